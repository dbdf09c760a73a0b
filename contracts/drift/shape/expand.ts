import { PlayheadError, shown } from '../../../mocks/world/error.ts'
import { type ApiDocument, targetOf } from '../document/api-document.ts'
import { holdsObject, type Located, membersOf, under } from '../document/located.ts'
import { letsNullThrough } from './said-of-null.ts'
import type { Part } from './shape.ts'

/** An `anyOf` or `oneOf`. */
export interface Choice {
  readonly exclusive: boolean
  readonly branches: readonly Located[]
  /** Whether null goes through it whatever the branches say: `nullable` stands beside it. */
  readonly opened: boolean
}

/** A schema with its references and its `allOf` followed: what holds together, and the choices in it. */
export interface Expanded {
  readonly parts: readonly Part[]
  readonly choices: readonly Choice[]
  /** Whether all that it is made of lets null through; undefined where nothing of it cares. */
  readonly nullable: boolean | undefined
  /** It lets nothing through. */
  readonly never: boolean
  /** The shared schema it is, where it is one. */
  readonly name?: string | undefined
}

const nothing: Expanded = { parts: [], choices: [], nullable: undefined, never: false }

const choicesOf = (schema: Part, keyword: 'anyOf' | 'oneOf', opened: boolean): readonly Choice[] => {
  const branches = membersOf(under(schema, keyword))
  return branches.length === 0 ? [] : [{ exclusive: keyword === 'oneOf', branches, opened }]
}

/** All of some votes, of which those that do not care do not count. */
const agreed = (votes: readonly (boolean | undefined)[]): boolean | undefined => {
  const cast = votes.filter((vote) => vote !== undefined)
  return cast.length === 0 ? undefined : cast.every(Boolean)
}

const nameOf = ({ value }: Part): string | undefined =>
  typeof value.$ref === 'string' ? value.$ref.split('/').at(-1) : undefined

/** Says that a schema is made of itself, so that no value is ever reached. */
export const madeOfItself = (document: ApiDocument, at: string): PlayheadError =>
  new PlayheadError({
    code: 'bad-reference',
    act: `Cannot follow the schema at ${shown(at)} in ${document.name}: it is made of itself`,
    cure: 'Point its references at schemas that do not contain it; a property of it may.',
  })

/**
 * Follows what holds together. Words beside a `$ref` count, also in 3.0, where vendors write `nullable` there.
 * @throws PlayheadError `bad-reference`, also for a schema that is made of itself
 */
export const expand = (
  document: ApiDocument,
  schema: Located,
  seen: readonly string[] = [],
  done: Set<string> = new Set(),
): Expanded => {
  if (schema.value === false) return { ...nothing, never: true }
  if (!holdsObject(schema)) return nothing
  if (seen.includes(schema.at)) throw madeOfItself(document, schema.at)
  // What holds already holds no more if it is said again.
  if (done.has(schema.at)) return nothing
  const { $ref, nullable } = schema.value
  const opened = nullable === true
  const inside = [
    ...(typeof $ref === 'string' ? [targetOf(document, $ref)] : []),
    ...membersOf(under(schema, 'allOf')),
  ].map((part) => expand(document, part, [...seen, schema.at], done))
  done.add(schema.at)
  const choices = [...choicesOf(schema, 'anyOf', opened), ...choicesOf(schema, 'oneOf', opened)]
  return {
    parts: [schema, ...inside.flatMap(({ parts }) => parts)],
    choices: [
      ...choices,
      ...inside.flatMap((one) => one.choices.map((choice) => (opened ? { ...choice, opened } : choice))),
    ],
    nullable: opened || agreed([letsNullThrough(schema.value), ...inside.map((one) => one.nullable)]),
    never: inside.some(({ never }) => never),
    name: nameOf(schema),
  }
}
