import { under } from '../document/located.ts'
import type { Found } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import type { Alternative, Shape } from '../shape/shape.ts'
import type { Scope } from './scope.ts'

type Type = Alternative['type']

const typesOf = ({ alternatives, nullable }: Shape): readonly Type[] =>
  alternatives.length === 0 && !nullable ? [] : [...new Set(alternatives.map(({ type }) => type))]

/** Whether all values of one type are values of another. */
const covers = (wide: Type, narrow: Type): boolean =>
  wide === narrow || wide === 'any' || (wide === 'number' && narrow === 'integer')

const isScalar = (type: Type): boolean => type !== 'object' && type !== 'array' && type !== 'any'

/** Whether a value written as text is taken, where the new shape takes texts, or lists of what it was. */
const takenAsText = (scope: Scope, { alternatives }: Shape, type: Type): boolean =>
  isScalar(type) &&
  alternatives.some((one) => {
    if (one.type === 'string') return !one.words
    if (one.type !== 'array') return false
    const items = one.parts.flatMap((part) => ('items' in part.value ? [under(part, 'items')] : []))
    if (items.length === 0) return true
    const held = scope.shape('head', items)
    return held.alternatives.some((item) => covers(item.type, type)) || takenAsText(scope, held, type)
  })

const ruleFor = (scope: Scope, before: Shape, after: Shape): RuleId | undefined => {
  const [was, is] = [typesOf(before), typesOf(after)]
  const lets = (types: readonly Type[], one: Type): boolean => types.some((wide) => covers(wide, one))
  const isWider = !is.every((one) => lets(was, one))
  const isNarrower = !was.every((one) => lets(is, one))
  if (scope.direction === 'response') {
    if (isWider) return is.includes('any') ? 'schema-removed' : 'response-type-changed'
    return isNarrower ? 'response-type-narrowed' : undefined
  }
  const refused = was.filter((one) => !lets(is, one) && !(scope.asText && takenAsText(scope, after, one)))
  if (refused.length > 0) return 'request-type-changed'
  return isWider ? 'request-type-widened' : undefined
}

/** Compares the types that two shapes let through, null aside. */
export const compareTypes = (scope: Scope, before: Shape, after: Shape): readonly Found[] => {
  const rule = ruleFor(scope, before, after)
  const told = ({ at, ...shape }: Shape) => ({ at, value: [...typesOf({ at, ...shape })] })
  return rule === undefined ? [] : [{ rule, place: [], base: told(before), head: told(after) }]
}
