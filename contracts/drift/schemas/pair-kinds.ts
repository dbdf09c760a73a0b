import type { Found } from '../found.ts'
import type { Alternative } from '../shape/shape.ts'
import { compareKinds } from './checks.ts'
import type { Scope } from './scope.ts'
import { weightOf } from './weigh.ts'

/** Two kinds that are one and the same, with what moved inside. */
export interface KindPair {
  readonly base: Alternative
  readonly head: Alternative
  readonly found: readonly Found[]
}

/** Kinds of one type, paired as far as they are recognised. */
export interface Paired {
  readonly pairs: readonly KindPair[]
  readonly gone: readonly Alternative[]
  readonly new: readonly Alternative[]
}

const namesIn = ({ parts }: Alternative): ReadonlySet<string> =>
  new Set(parts.flatMap(({ value }) => Object.keys((value.properties as object | undefined) ?? {})))

/** Whether two objects have at least half of their fields in common; what are no objects are always alike. */
const areAlike = (base: Alternative, head: Alternative): boolean => {
  const [before, after] = [namesIn(base), namesIn(head)]
  const shared = [...before].filter((name) => after.has(name)).length
  return base.type !== 'object' || 2 * shared >= new Set([...before, ...after]).size
}

const ownMark = 'response-constant-changed'

/** Whether a constant tells them apart: then they are two kinds, not one that moved. */
const areTold = (found: readonly Found[]): boolean =>
  found.some(({ rule, place }) => rule === ownMark && place.length === 1)

type Fits = (pair: KindPair) => boolean

/**
 * Pairs kinds of one type: those that are equal, those of one name, and, where there are several on both sides, the
 * nearest that are alike. One that becomes several, or the other way round, is not recognised in any that differs.
 */
export const pairKinds = (
  scope: Scope,
  base: readonly Alternative[],
  head: readonly Alternative[],
): Paired => {
  const [only, one] = [base[0], head[0]]
  if (only && one && base.length === 1 && head.length === 1)
    return { pairs: [{ base: only, head: one, found: compareKinds(scope, only, one) }], gone: [], new: [] }
  const gone = [...base]
  const added = [...head]
  const pairs: KindPair[] = []
  const all = base.flatMap((one) =>
    head.map((other) => ({ base: one, head: other, found: compareKinds(scope, one, other) })),
  )
  const take = (fits: Fits): void => {
    const fitting = all.filter(fits).sort((one, other) => weightOf(one.found) - weightOf(other.found))
    for (const pair of fitting) {
      if (!gone.includes(pair.base) || !added.includes(pair.head)) continue
      pairs.push(pair)
      gone.splice(gone.indexOf(pair.base), 1)
      added.splice(added.indexOf(pair.head), 1)
    }
  }
  take((pair) => pair.base.name !== undefined && pair.base.name === pair.head.name)
  take((pair) => weightOf(pair.found) === 0)
  if (base.length > 1) take((pair) => !areTold(pair.found) && areAlike(pair.base, pair.head))
  return { pairs, gone, new: added }
}
