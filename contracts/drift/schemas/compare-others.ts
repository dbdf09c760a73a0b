import { type Found, within } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import type { Alternative } from '../shape/shape.ts'
import type { Fields } from './fields.ts'
import { type Scope, spotOf } from './scope.ts'

const keyword = 'additionalProperties'

/** Compares what holds for fields that are not described. */
export const compareOthers = (
  scope: Scope,
  base: Alternative,
  head: Alternative,
  before: Fields,
  after: Fields,
): readonly Found[] => {
  const told = (rule: RuleId): readonly Found[] => [
    {
      rule,
      place: [],
      base: spotOf(base, keyword, before.others !== false),
      head: spotOf(head, keyword, after.others !== false),
    },
  ]
  const answered = scope.direction === 'response'
  if (before.others === false && after.others === false) return []
  if (before.others === false) return told(answered ? 'response-object-opened' : 'request-object-opened')
  if (after.others === false) {
    if (answered) return told('response-object-closed')
    return told(before.others === undefined ? 'request-object-closed' : 'request-additions-refused')
  }
  const anything = [{ value: {}, at: '' }]
  return before.others || after.others
    ? within('{}', scope.compare(before.others ?? anything, after.others ?? anything))
    : []
}
