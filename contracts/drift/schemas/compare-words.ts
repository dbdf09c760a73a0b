import type { Json } from '../../../mocks/world/json.ts'
import type { Found, Spot } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import type { Alternative } from '../shape/shape.ts'
import { type Check, spotOf } from './scope.ts'

const key = (word: Json): string => JSON.stringify(word)

/** One word is told as itself, and none not at all. */
const spot = (one: Alternative, words: readonly Json[]): Spot =>
  spotOf(
    one,
    one.parts.some(({ value }) => 'enum' in value) ? 'enum' : 'const',
    words.length > 1 ? [...words] : words[0],
  )

const without = (words: readonly Json[], others: readonly Json[]): readonly Json[] =>
  words.filter((word) => !others.some((other) => key(other) === key(word)))

/** Compares the values that are listed, as `enum` or as `const`. */
export const compareWords: Check = ({ direction }, base, head) => {
  const answered = direction === 'response'
  const before = base.words
  const after = head.words
  const told = (rule: RuleId, was: readonly Json[], is: readonly Json[]): Found => ({
    rule,
    place: [],
    base: spot(base, was),
    head: spot(head, is),
  })
  if (!before || !after) {
    if (after) return [told(answered ? 'response-enum-added' : 'request-enum-added', [], after)]
    if (!before) return []
    if (!answered) return [told('request-enum-lifted', before, [])]
    return [told(before.length === 1 ? 'response-constant-changed' : 'response-enum-lifted', before, [])]
  }
  const added = without(after, before)
  const removed = without(before, after)
  if (answered && removed.length === before.length) return [told('response-constant-changed', before, after)]
  return [
    ...(added.length > 0
      ? [told(answered ? 'response-enum-value-added' : 'request-enum-value-added', [], added)]
      : []),
    ...(removed.length > 0
      ? [told(answered ? 'response-enum-value-removed' : 'request-enum-value-removed', removed, [])]
      : []),
  ]
}
