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
}

/** Cases of so many steps are understood at once: a smaller one is not looked for elsewhere. */
const fewSteps = 3

/**
 * Makes a finding of a broken rule: shrinks the first case that showed it, with fast-check where it was generated and
 * then as JSON; where it stays long, the next one as well; and runs the smallest again for its history.
 * @throws PlayheadError `fickle-client` where the smallest case does not show it a second time
 */
export const findingFrom = async (
  rule: Rule,
  sightings: readonly Sighting[],
  { vendor, seed, run }: Again,
): Promise<Finding> => {
  const stillShows = async (candidate: Case): Promise<boolean> =>
    judge(rule, await run(candidate)).violations.length > 0
  const shrink = async ({ index, case: given }: Sighting): Promise<Case> => {
    const shrunk = index === undefined ? undefined : await shrinkGenerated(vendor, seed, index, stillShows)
    return shrinkCase(shrunk ?? given, stillShows)
  }
  let smallest: Case | undefined
  let foundBy = ''
  for (const sighting of sightings) {
    const candidate = await shrink(sighting)
    if (smallest && smallest.steps.length <= candidate.steps.length) continue
    smallest = candidate
    foundBy = sighting.foundBy
    if (smallest.steps.length <= fewSteps) break
  }
  if (!smallest) throw new RangeError('A finding takes at least one sighting.')
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
