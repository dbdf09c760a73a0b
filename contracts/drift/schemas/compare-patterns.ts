import type { RuleId } from '../rules/index.ts'
import type { Alternative } from '../shape/shape.ts'
import { type Check, saidIn, spotOf } from './scope.ts'

/** Regular expressions that let everything through. */
const universal = /^\^?(\(?(\.|\[\\s\\S\]|\[\\d\\D\])\*\)?)?\$?$/

const patternsOf = (one: Alternative): readonly string[] =>
  [...new Set(saidIn(one, 'pattern').map(String))].filter((pattern) => !universal.test(pattern)).sort()

const ruleFor = (answered: boolean, before: readonly string[], after: readonly string[]): RuleId => {
  if (after.length === 0) return answered ? 'response-pattern-loosened' : 'request-pattern-loosened'
  if (answered) return before.length === 0 ? 'response-pattern-added' : 'response-pattern-changed'
  return 'request-pattern-changed'
}

/** Compares regular expressions, of which no more can be told than whether they are the same. */
export const comparePatterns: Check = ({ direction }, base, head) => {
  const before = patternsOf(base)
  const after = patternsOf(head)
  if (before.join('\n') === after.join('\n')) return []
  const rule = ruleFor(direction === 'response', before, after)
  return [
    { rule, place: [], base: spotOf(base, 'pattern', before[0]), head: spotOf(head, 'pattern', after[0]) },
  ]
}
