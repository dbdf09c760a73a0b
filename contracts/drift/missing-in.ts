import { isObject, type Json, pointedAt } from '../../mocks/world/json.ts'
import { type ApiDocument, rootOf } from './document/api-document.ts'
import { entriesOf, membersOf, under } from './document/located.ts'
import { operationsIn } from './operations/operation.ts'

const refsIn = (value: Json | undefined): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(refsIn)
  if (!isObject(value)) return []
  const { $ref } = value
  return [...(typeof $ref === 'string' ? [$ref] : []), ...Object.values(value).flatMap(refsIn)]
}

/**
 * Something that any document has, or that this one names, and that it does not have, if there is any: operations, their
 * answers, a way to be let in, a part that is referred to.
 */
export const missingIn = (document: ApiDocument): string | undefined => {
  const root = rootOf(document)
  const dangling = refsIn(root.value).find(
    (ref) => ref.startsWith('#') && pointedAt(root.value, ref.slice(1)) === undefined,
  )
  if (dangling !== undefined) return dangling
  const operations = operationsIn(document)
  if (operations.length === 0) return 'paths'
  const schemes = entriesOf(under(under(root, 'components'), 'securitySchemes')).map(([name]) => name)
  const named = membersOf(under(root, 'security')).flatMap((one) => entriesOf(one).map(([name]) => name))
  return (
    named.find((name) => !schemes.includes(name)) ??
    (operations.every(({ operation }) => isObject(under(operation, 'responses').value))
      ? undefined
      : 'responses')
  )
}
