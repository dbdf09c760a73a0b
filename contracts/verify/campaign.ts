import fc from 'fast-check'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { cases } from '../arbitraries/cases.ts'
import type { Case } from '../case.ts'
import type { Rule } from '../define.ts'
import type { History } from '../history.ts'
import type { Shard } from '../report.ts'
import { judge } from './judge.ts'

/** How the campaign of one vendor is run. */
export interface CampaignOptions {
  readonly vendor: Vendor
  readonly rules: readonly Rule[]
  readonly run: (given: Case) => Promise<History>
  readonly seed: number
  readonly cases: number
  readonly witnesses: boolean
  /** Which part of it is run here; all of it where left out. */
  readonly shard?: Shard | undefined
  /** A case was run. @param told what of the campaign can be told by then */
  readonly onCase: (told: Told) => void
  /** Whether time is up: what has not been run by then is not run any more. */
  readonly isOver: () => boolean
}

/** What a campaign tells while it runs. */
export interface Told {
  /** Whose witness was run; `undefined` for a generated case. */
  readonly witness: string | undefined
  /** The rules that were seen broken so far. */
  readonly broken: readonly string[]
}

/** Whether a witness or a generated case falls to a shard: they are dealt by index, like cards. */
export const isDealtTo = (shard: Shard | undefined, index: number): boolean =>
  shard === undefined || index % shard.of === shard.index - 1

/** How many of so many fall to a shard. */
export const dealtTo = (shard: Shard | undefined, all: number): number =>
  shard === undefined ? all : Math.ceil((all - (shard.index - 1)) / shard.of)

/** Where a rule was seen broken. */
export interface Sighting {
  readonly rule: Rule
  readonly case: Case
  /** Which of the generated cases it was, from 0; `undefined` where it was a witness. */
  readonly index: number | undefined
  readonly foundBy: string
}

/** How often a rule had something to judge, and in how many cases. */
export interface Count {
  readonly judged: number
  readonly cases: number
}

/** What a campaign has seen: it grows as cases are run. */
export interface Campaign {
  readonly counts: ReadonlyMap<string, Count>
  /** By rule, the first few places where it was seen broken, in order. */
  readonly sightings: ReadonlyMap<string, readonly Sighting[]>
  /** Whether all of it was run. */
  readonly complete: boolean
}

/** Ends a campaign whose time is up; nothing of it is the client's fault. */
const over = new Error('Time is up.')

/** After so many sightings a rule is judged no more: one may shrink where another cannot. */
const enoughSightings = 4

/**
 * Runs the witnesses of all rules and then generated cases. Every rule judges every history until it
 * was seen broken often enough. What comes out depends on the seed and the number of cases alone, unless time is up
 * before it is complete.
 */
export const runCampaign = async (options: CampaignOptions): Promise<Campaign> => {
  const { vendor, rules, run, seed, witnesses, shard, onCase, isOver } = options
  const counts = new Map<string, Count>()
  const sightings = new Map<string, readonly Sighting[]>()

  const look = async (
    given: Case,
    where: Pick<Sighting, 'index' | 'foundBy'>,
    witness?: string,
  ): Promise<void> => {
    if (isOver()) throw over
    const history = await run(given)
    for (const rule of rules) {
      const seen = sightings.get(rule.id) ?? []
      if (seen.length >= enoughSightings) continue
      const { judged, violations } = judge(rule, history)
      const before = counts.get(rule.id) ?? { judged: 0, cases: 0 }
      if (judged > 0) counts.set(rule.id, { judged: before.judged + judged, cases: before.cases + 1 })
      if (violations.length > 0) sightings.set(rule.id, [...seen, { rule, case: given, ...where }])
    }
    onCase({ witness, broken: [...sightings.keys()] })
  }

  const runAll = async (): Promise<void> => {
    if (witnesses)
      for (const [nth, { id, witness }] of rules.entries())
        if (isDealtTo(shard, nth))
          await look(witness(vendor.id), { index: undefined, foundBy: `the witness of ${id}` }, id)
    let index = 0
    const property = fc.asyncProperty(cases(vendor.id), async (given) => {
      const nth = index++
      // Drawn all the same, so that every case is the one that it is in a whole run.
      if (!isDealtTo(shard, nth)) return
      await look(given, { index: nth, foundBy: `case ${nth + 1} of seed ${seed}` })
    })
    const { errorInstance } = await fc.check(property, { seed, numRuns: options.cases, endOnFailure: true })
    if (errorInstance) throw errorInstance
  }

  try {
    await runAll()
    return { counts, sightings, complete: true }
  } catch (error) {
    if (error !== over) throw error
    return { counts, sightings, complete: false }
  }
}

/** How many candidates fast-check may try before our own shrinker takes over. */
const mostTries = 150

/** Shrinks a generated case with fast-check, by the tree it was generated from. */
export const shrinkGenerated = async (
  vendor: Vendor,
  seed: number,
  index: number,
  stillShows: (candidate: Case) => Promise<boolean>,
): Promise<Case | undefined> => {
  let left = mostTries
  const property = fc.asyncProperty(
    cases(vendor.id),
    async (given) => left-- <= 0 || !(await stillShows(given)),
  )
  const { counterexample } = await fc.check(property, { seed, path: String(index), numRuns: 1 })
  return counterexample?.[0]
}
