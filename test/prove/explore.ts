import type { Case } from '../../contracts/case.ts'
import type { Rule } from '../../contracts/define.ts'
import type { History } from '../../contracts/history.ts'
import { rules } from '../../contracts/rules/index.ts'
import { runCase } from '../../contracts/run/run-case.ts'
import { runCampaign } from '../../contracts/verify/campaign.ts'
import { judge } from '../../contracts/verify/judge.ts'
import { smokeCase, smokeIn } from '../../contracts/verify/smoke.ts'
import { unmetNeed } from '../../contracts/verify/unmet-need.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { clientNamed } from './clients.ts'

/** What one thread explores: what `verify` would, without its witnesses and without shrinking. */
export interface Exploration {
  readonly client: string
  readonly vendor: string
  /** Judged by this rule alone, and only until it is broken; by all where left out. */
  readonly until?: string
  readonly seed: number
  readonly cases: number
}

/** What came of it. */
export interface Explored {
  readonly cases: number
  /** By rule, how often it had something to judge. */
  readonly judged: Readonly<Record<string, number>>
  /** By rule, the first case that broke it, counted from 1. */
  readonly broken: Readonly<Record<string, number>>
  /** Why nothing came of it. */
  readonly trouble?: string
}

const nothing = (trouble: string): Explored => ({ cases: 0, judged: {}, broken: {}, trouble })

/** Explores with one client at one vendor. Run by threads: it takes and gives what can be copied. */
export const run = async ({
  client: name,
  vendor: id,
  until,
  seed,
  cases,
}: Exploration): Promise<Explored> => {
  const { client, transport } = await clientNamed(name)
  const vendor = vendors.find((one) => one.id === id)
  if (!vendor) throw new RangeError(`There is no vendor ${id}.`)
  const play = (given: Case): Promise<History> => runCase(given, vendor, client, transport)
  let found = false
  const watched = (rule: Rule): Rule => ({
    ...rule,
    judge: (history) => {
      const judgement = rule.judge(history)
      if (judgement.violations.length > 0) found = true
      return judgement
    },
  })

  try {
    const mine = rules.filter((rule) => rule.vendors.includes(id))
    const smoke = await play(smokeCase(id))
    const fault = smokeIn(smoke)
    if (fault !== undefined && !mine.some((rule) => judge(rule, smoke).violations.length > 0))
      return nothing(`asked for one ready recording, ${fault}`)
    const able = { ops: smoke.ops, capabilities: smoke.capabilities, vendor }
    const judging = mine.filter(
      (rule) => unmetNeed(rule, able) === undefined && (until === undefined || rule.id === until),
    )
    if (judging.length === 0) return nothing(`no rule to judge it by`)
    let done = 0
    const { counts, sightings } = await runCampaign({
      vendor,
      rules: judging.map(watched),
      run: play,
      seed,
      cases,
      witnesses: false,
      onCase: () => {
        done++
      },
      isOver: () => until !== undefined && found,
    })
    return {
      cases: done,
      judged: Object.fromEntries(judging.map((rule) => [rule.id, counts.get(rule.id)?.judged ?? 0])),
      broken: Object.fromEntries([...sightings].map(([rule, [first]]) => [rule, (first?.index ?? 0) + 1])),
    }
  } catch (error) {
    return nothing(String(error))
  }
}
