import type { Found } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import type { Alternative, Shape } from '../shape/shape.ts'
import { compareKinds } from './checks.ts'
import { pairKinds } from './pair-kinds.ts'
import type { Scope } from './scope.ts'
import { isBreaking, isHarmful } from './weigh.ts'

/** The kinds of one type on both sides, and the shapes they are of. */
export interface Branches {
  readonly base: readonly Alternative[]
  readonly head: readonly Alternative[]
  readonly before: Shape
  readonly after: Shape
}

const nameOf = (one: Alternative): string =>
  one.name ??
  one.parts
    .map(({ value }) => value.title)
    .find((title) => typeof title === 'string')
    ?.toString() ??
  one.type

const told = (
  rule: RuleId,
  { before, after }: Branches,
  gone: readonly Alternative[],
  added: readonly Alternative[],
): Found => ({
  rule,
  place: [],
  base: { at: gone[0]?.parts[0]?.at ?? before.at, value: gone.map(nameOf) },
  head: { at: added[0]?.parts[0]?.at ?? after.at, value: added.map(nameOf) },
})

const answered = (scope: Scope, all: Branches): readonly Found[] => {
  const { pairs, gone, new: added } = pairKinds(scope, all.base, all.head)
  const inside = pairs.flatMap(({ found }) => found)
  const [only, ...others] = all.base
  // Where there was one kind, another in which everything can be read as before is no surprise.
  const trials = only && others.length === 0 ? added.map((one) => compareKinds(scope, only, one)) : undefined
  const unlike = trials ? added.filter((_, n) => isHarmful(trials[n] ?? [])) : added
  if (unlike.length > 0) return [...inside, told('response-branch-added', all, [], unlike)]
  const harmless = (trials ?? []).flat()
  return [
    ...inside,
    ...harmless,
    ...(gone.length > 0 && !(trials && pairs.length === 0)
      ? [told('response-branch-removed', all, gone, [])]
      : []),
  ]
}

const sent = (scope: Scope, all: Branches): readonly Found[] => {
  const { pairs, gone, new: added } = pairKinds(scope, all.base, all.head)
  const inside = pairs.flatMap(({ found }) => found)
  const accepting = (one: Alternative) =>
    all.head.filter((other) => !isBreaking(compareKinds(scope, one, other)))
  const [only] = all.base
  if (
    only &&
    all.base.length === 1 &&
    all.head.length > 1 &&
    all.after.exclusive &&
    accepting(only).length > 1
  )
    return [told('request-wrapped-in-one-of', all, all.base, all.head)]
  // A kind is refused where it is missing; but where one is left, or was one alone, by what that one lets through.
  const byShape = all.head.length === 1 || all.base.length === 1
  const refused = byShape ? gone.filter((one) => accepting(one).length === 0) : gone
  return [
    ...inside,
    ...(refused.length > 0 ? [told('request-branch-removed', all, refused, [])] : []),
    ...(added.length > 0 && refused.length === 0 ? [told('request-branch-added', all, [], added)] : []),
  ]
}

const becameExclusive = ({ base, head, before, after }: Branches): boolean =>
  base.length > 1 && head.length > 1 && !before.exclusive && after.exclusive

/** Compares the kinds of one type that a choice lets through. */
export const compareBranches = (scope: Scope, all: Branches): readonly Found[] => {
  if (scope.direction === 'response') return answered(scope, all)
  return [
    ...sent(scope, all),
    ...(becameExclusive(all) ? [told('request-union-became-exclusive', all, [], [])] : []),
  ]
}
