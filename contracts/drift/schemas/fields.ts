import { isObject } from '../../../mocks/world/json.ts'
import type { ApiDocument } from '../document/api-document.ts'
import { entriesOf, type Located, membersOf, under } from '../document/located.ts'
import type { Alternative } from '../shape/shape.ts'
import type { Direction, Scope } from './scope.ts'

/** The fields of one kind of object. */
export interface Fields {
  /** The schemas of each field that is described. */
  readonly described: ReadonlyMap<string, readonly Located[]>
  readonly required: ReadonlySet<string>
  /** What holds for fields that are not described: `false` where there are none, undefined where nothing is said. */
  readonly others: false | readonly Located[] | undefined
}

/** The word by which a field is left out of what is answered, or of what is sent. */
const leftOutBy = { response: 'writeOnly', request: 'readOnly' } as const

/** Whether a schema says a word itself, or is put together of others that may: few do, and to put them together takes long. */
const maySay = (document: ApiDocument, { value }: Located, word: string): boolean =>
  document.leavesOut.has(word) &&
  isObject(value) &&
  Object.keys(value).some((key) => key === word || key.startsWith('$') || key.endsWith('Of'))

const isLeftOut = (
  scope: Scope,
  side: 'base' | 'head',
  schemas: readonly Located[],
  direction: Direction,
): boolean =>
  schemas.some((schema) => maySay(scope[side], schema, leftOutBy[direction])) &&
  scope.shape(side, schemas).parts.some(({ value }) => value[leftOutBy[direction]] === true)

/** The fields of a kind of object, without those that do not travel in this direction. */
export const fieldsOf = (scope: Scope, side: 'base' | 'head', { parts }: Alternative): Fields => {
  const described = new Map<string, Located[]>()
  for (const part of parts)
    for (const [name, schema] of entriesOf(under(part, 'properties')))
      described.set(name, [...(described.get(name) ?? []), schema])
  const required = new Set(
    parts.flatMap((part) => membersOf(under(part, 'required')).map(({ value }) => String(value))),
  )
  for (const [name, schemas] of described)
    if (isLeftOut(scope, side, schemas, scope.direction)) {
      described.delete(name)
      required.delete(name)
    }
  const said = parts.flatMap((part) =>
    ['additionalProperties', 'unevaluatedProperties'].flatMap((keyword) =>
      keyword in part.value ? [under(part, keyword)] : [],
    ),
  )
  const others = said.some(({ value }) => value === false) ? false : said.length === 0 ? undefined : said
  return { described, required, others }
}
