import type { Found } from '../found.ts'
import type { Alternative, Shape } from '../shape/shape.ts'
import { compareBranches } from './compare-branches.ts'
import { compareDiscriminators } from './compare-discriminators.ts'
import { compareTexts } from './compare-texts.ts'
import { compareTypes } from './compare-types.ts'
import type { Scope } from './scope.ts'

const saysNothing = ({ alternatives }: Shape): boolean => alternatives.some(({ type }) => type === 'any')

const compareNull = ({ direction }: Scope, before: Shape, after: Shape): readonly Found[] => {
  if (before.nullable === after.nullable || saysNothing(before) || saysNothing(after)) return []
  const rule = `${direction}-became-${after.nullable ? 'nullable' : 'non-null'}` as const
  return [
    {
      rule,
      place: [],
      base: { at: before.at, value: before.nullable },
      head: { at: after.at, value: after.nullable },
    },
  ]
}

/** Whole numbers are compared with numbers: the bounds of both mean the same. */
const family = ({ type }: Alternative): string => (type === 'integer' ? 'number' : type)

const compareKindsOf = (scope: Scope, before: Shape, after: Shape): readonly Found[] =>
  [...new Set(before.alternatives.map(family))].flatMap((one) => {
    const base = before.alternatives.filter((kind) => family(kind) === one)
    const head = after.alternatives.filter((kind) => family(kind) === one)
    return head.length === 0 ? [] : compareBranches(scope, { base, head, before, after })
  })

/** Compares two shapes: null, types, what each type holds, and what is told to people. */
export const compareShapes = (scope: Scope, before: Shape, after: Shape): readonly Found[] => {
  const types = compareTypes(scope, before, after)
  const texts = scope.texts ? compareTexts(scope.direction, before, after) : []
  return [
    ...compareNull(scope, before, after),
    ...types,
    ...compareKindsOf(scope, before, after),
    ...compareDiscriminators(before, after),
    // Of another type other examples are no news.
    ...(types.length > 0 ? texts.filter(({ rule }) => rule !== 'example-changed') : texts),
  ]
}
