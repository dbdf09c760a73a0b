import { simulate } from '../simulator.ts'
import { ask } from '../vendors/ask.ts'
import type { Vendor } from '../vendors/define.ts'
import { vendors } from '../vendors/index.ts'
import { idOf } from '../vendors/lookup.ts'
import type { WireResponse } from '../world/exchange.ts'
import type { Instant } from '../world/instant.ts'
import { callOf } from '../world/lookup.ts'
import type { OutcomeKind } from '../world/outcome.ts'
import { localPlace } from '../world/place.ts'
import { unused } from '../world/usage.ts'
import type { Scenario } from './define.ts'
import { scenarios } from './index.ts'

/** What storage answers to the first link that was handed out. */
export interface MediaAnswer {
  readonly status: number
  /** What an error says, in storage's own words. */
  readonly says?: string
}

/** What the first question for `playable` gives, in one scenario at one vendor. */
export interface ScenarioRow {
  readonly scenario: string
  readonly vendor: string
  readonly status: number
  /** Absent where no link was handed out. */
  readonly media?: MediaAnswer
  /** What a client may conclude, the best reading first. */
  readonly allowed: readonly OutcomeKind[]
}

const textOf = ({ body }: WireResponse): string => (typeof body === 'string' ? body : '')

const rowOf = (scenario: Scenario, vendor: Vendor, start: Instant): readonly ScenarioRow[] => {
  const world = scenario.world(start)
  const setting = { world, place: localPlace, vendors, now: start }
  const operation = vendor.operations.find(({ asks }) => asks === 'recording')
  const call = callOf(world, 'playable')
  if (!operation || !call) return []
  const question = ask(vendor, operation, idOf(vendor, world, call))
  const { response, sighting, usage } = simulate(setting, unused, 'api', question)
  const { status, headers } = response
  const { fair } = vendor.decode({ status, headers, body: textOf(response) }, start)
  const row = { scenario: scenario.name, vendor: vendor.id, status, allowed: fair }
  const [link] = sighting.grants
  if (!link) return [row]
  const request = { method: 'GET', path: link.url.slice(localPlace.storageOrigin.length), headers: {} }
  const media = simulate(setting, usage, 'storage', request).response
  const says = /<Message>(.*?)<\/Message>/.exec(textOf(media))?.[1]
  return [{ ...row, media: { status: media.status, ...(says === undefined ? {} : { says }) } }]
}

/** What every scenario is at every vendor at its start, found out by asking. */
export const scenarioTable = (start: Instant): readonly ScenarioRow[] =>
  scenarios.flatMap((scenario) => vendors.flatMap((vendor) => rowOf(scenario, vendor, start)))
