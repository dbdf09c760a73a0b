import { plainAccounts, worldStart } from '../../../contracts/arbitraries/worlds.ts'
import { type Case, caseVersion } from '../../../contracts/case.ts'
import { catalogueVersion } from '../../../contracts/catalogue-version.ts'
import type { Event, EventOf, History } from '../../../contracts/history.ts'
import type { Step } from '../../../contracts/step.ts'
import type { Vendor } from '../../../mocks/vendors/define.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import type { Effect } from '../../../mocks/world/disturbance.ts'
import { type CallLayout, call } from '../../../mocks/world/recording.ts'
import { unused } from '../../../mocks/world/usage.ts'

export const start = worldStart

/** A vendor of the registry. */
export const vendorOf = (id: string): Vendor => {
  const vendor = vendors.find((one) => one.id === id)
  if (!vendor) throw new Error(`no vendor ${id}`)
  return vendor
}

const ready: CallLayout = { segments: [{ id: 's1', status: 'completed', durationSeconds: 1 }] }

/** A case of some steps in a world where c1 plays, unless told otherwise. */
export const smallCase = (
  steps: readonly Step[],
  {
    vendor = 'osvi',
    calls = { c1: ready },
    seed = 1,
  }: { vendor?: string; calls?: Record<string, CallLayout>; seed?: number } = {},
): Case => ({
  playhead: caseVersion,
  rules: catalogueVersion,
  vendors: [vendor],
  world: {
    seed: 1,
    accounts: plainAccounts(),
    calls: Object.entries(calls).map(([ref, layout]) => call(ref, layout)),
    disturbances: [],
    lifetimes: {},
    quotas: true,
  },
  usage: unused,
  steps: [...steps],
  clock: { at: start, skewMs: 0 },
  seed,
})

type Ask = Extract<Step, { do: 'ask' }>

export const look = (given: Partial<Ask> = {}): Step => ({ do: 'ask', op: 'look', call: 'c1', ...given })
export const download = (given: Partial<Ask> = {}): Step => ({ ...look(), ...given, op: 'download' }) as Step
export const pass = (ms: number): Step => ({ do: 'clock', to: { goal: 'by', ms } })
export const toLinkEnd = (offsetMs = 0): Step => ({
  do: 'clock',
  to: { goal: 'link-end', call: 'c1', offsetMs },
})
export const trouble = (effect: Effect, role: 'api' | 'storage' = 'api', count?: number): Step => ({
  do: 'disturb',
  disturbance: { id: effect.kind, effect, on: { role }, skip: 0, ...(count === undefined ? {} : { count }) },
})

/** The events of one kind. */
export const only = <K extends Event['kind']>({ events }: History, kind: K): readonly EventOf<K>[] =>
  events.filter((event): event is EventOf<K> => event.kind === kind)

/** A history in a few words: each event's kind, with who it is about, and when it is not the start. */
export const gist = ({ events }: History, ...without: readonly Event['kind'][]): readonly string[] =>
  events
    .filter(({ kind }) => !without.includes(kind) && kind !== 'world')
    .map((event) => {
      const who = 'ask' in event ? ` ${event.ask}` : 'request' in event ? ` ${event.request}` : ''
      const how = event.kind === 'settled' ? ` ${event.how}` : ''
      const after = event.at - start
      return `${event.kind}${who}${how}${after === 0 ? '' : ` +${after}`}`
    })
