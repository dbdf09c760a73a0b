import type { Vendor } from '../../mocks/vendors/define.ts'
import { PlayheadError } from '../../mocks/world/error.ts'
import type { Case } from '../case.ts'
import { levelFor, type Rule } from '../define.ts'
import type { History } from '../history.ts'
import type { Finding } from '../report.ts'
import { shrinkCase } from '../shrink.ts'
import { type Sighting, shrinkGenerated } from './campaign.ts'
import { judge } from './judge.ts'
import { neededParts } from './needed.ts'

/** How the case of a finding is run again. */
export interface Again {
  readonly vendor: Vendor
  readonly seed: number
  readonly run: (given: Case) => Promise<History>
  /** How many candidates are tried for each place where a rule was seen broken, at most; as many as it takes where left out. */
  readonly shrinkTries?: number
}

/** Cases of so many steps are understood at once: a smaller one is not looked for elsewhere. */
const fewSteps = 3

/**
 * Makes a finding of a broken rule: shrinks the first case that showed it, as JSON; where it stays long, the next one as
 * well, and then with fast-check, by the tree that the case was generated from. The smallest is run again for its
 * history. Fast-check comes last since it takes ever longer with longer cases, and seldom ends with a shorter one.
 * @throws PlayheadError `fickle-client` where the smallest case does not show it a second time
 */
export const findingFrom = async (
  rule: Rule,
  sightings: readonly Sighting[],
  { vendor, seed, run, shrinkTries }: Again,
): Promise<Finding> => {
  const stillShows = async (candidate: Case): Promise<boolean> =>
    judge(rule, await run(candidate)).violations.length > 0
  let best: Sighting | undefined
  for (const sighting of sightings) {
    const shrunk = await shrinkCase(sighting.case, stillShows, shrinkTries)
    if (best && best.case.steps.length <= shrunk.steps.length) continue
    best = { ...sighting, case: shrunk }
    if (shrunk.steps.length <= fewSteps) break
  }
  if (!best) throw new RangeError('A finding takes at least one sighting.')
  const { index, foundBy } = best
  let smallest = best.case
  if (shrinkTries === undefined && index !== undefined && smallest.steps.length > fewSteps) {
    const generated = await shrinkGenerated(vendor, seed, index, stillShows)
    const other = generated && (await shrinkCase(generated, stillShows))
    if (other && other.steps.length < smallest.steps.length) smallest = other
  }
  const history = await run(smallest)
  const [violation] = judge(rule, history).violations
  if (!violation)
    throw new PlayheadError({
      code: 'fickle-client',
      act: `Cannot show again how ${rule.id} is broken: the same case gave another history`,
      cure: 'Take time from bench.now and chance from a fixed seed, so that the client does the same twice.',
    })
  const level = levelFor(rule, vendor.id)
  return {
    rule: rule.id,
    vendor: vendor.id,
    level,
    says: rule.says,
    what: violation.what,
    allowed: violation.allowed,
    foundBy,
    needed: await neededParts(smallest, stillShows),
    case: {
      ...smallest,
      client: history.client,
      finding: { rule: rule.id, vendor: vendor.id, what: violation.what },
    },
    history,
    event: violation.event,
  }
}
