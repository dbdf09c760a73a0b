import type { Json } from '../../../mocks/world/json.ts'
import type { ApiDocument } from '../document/api-document.ts'
import type { Located } from '../document/located.ts'
import { type Choice, type Expanded, expand, madeOfItself } from './expand.ts'
import { typesIn, wordsIn } from './said-of-null.ts'
import type { Alternative, Part, Shape, TypeName } from './shape.ts'
import { simplest } from './simplest.ts'
import { spelled } from './spelled.ts'

/** More kinds than this are not told apart: the choices that would multiply them further are left out. */
const mostAlternatives = 64

const common = (one: readonly TypeName[] | undefined, other: readonly TypeName[] | undefined) => {
  if (!one || !other) return one ?? other
  // A whole number is a number: the narrower of the two holds.
  const both = one.filter((type) => other.includes(type) || (type === 'integer' && other.includes('number')))
  return other.includes('integer') && one.includes('number') && !both.includes('integer')
    ? [...both.filter((type) => type !== 'number'), 'integer' as const]
    : both
}

const wordsOf = (document: ApiDocument, parts: readonly Part[]): readonly Json[] | undefined => {
  const lists = parts.flatMap(({ value }) => {
    const words = wordsIn(value)
    return words ? [words.filter((word) => word !== null)] : []
  })
  const [first, ...others] = lists
  if (others.length === 0) return first
  const kept = others.map((list) => new Set(list.map((word) => spelled(document, word))))
  return first?.filter((word) => kept.every((list) => list.has(spelled(document, word))))
}

/** The kinds of values by what is said without the choices: one for each type. */
const plain = (document: ApiDocument, { parts, never, name }: Expanded): readonly Alternative[] => {
  if (never) return []
  const types = parts.map(({ value }) => typesIn(value)).reduce(common, undefined)
  const words = wordsOf(document, parts)
  const told = types?.filter((type) => !(type === 'integer' && types.includes('number')))
  if (words?.length === 0) return []
  return (told ?? (['any'] as const)).map((type) => ({ type, parts, words, name }))
}

const both = (document: ApiDocument, own: Alternative, branch: Alternative): readonly Alternative[] => {
  const parts = [...new Set([...own.parts, ...branch.parts])]
  const types = common(
    own.type === 'any' ? undefined : [own.type],
    branch.type === 'any' ? undefined : [branch.type],
  )
  const [type = 'any'] = types ?? []
  if (types?.length === 0) return []
  const words = branch.words && own.words ? wordsOf(document, parts) : (branch.words ?? own.words)
  return [{ type, parts, words, name: branch.name }]
}

interface Reached {
  readonly nullable: boolean
  readonly alternatives: readonly Alternative[]
  readonly exclusive: boolean
}

/** Where nothing is said. */
const anything: Reached = {
  nullable: true,
  alternatives: [{ type: 'any', parts: [], words: undefined, name: undefined }],
  exclusive: false,
}

const through = (document: ApiDocument, own: Reached, choice: Choice, seen: readonly string[]): Reached => {
  const branches = choice.branches.map((branch) => reach(document, branch, seen))
  const kinds = simplest(
    document,
    branches.flatMap(({ alternatives }) => alternatives),
  )
  if (own.alternatives.length * kinds.length > mostAlternatives) return own
  return {
    nullable: own.nullable && (choice.opened || branches.some(({ nullable }) => nullable)),
    alternatives: own.alternatives.flatMap((one) => kinds.flatMap((kind) => both(document, one, kind))),
    exclusive:
      own.exclusive || branches.some(({ exclusive }) => exclusive) || (choice.exclusive && kinds.length > 1),
  }
}

/** What was reached before, by the document and the place in it: one schema may be referred to from everywhere. */
const known = new WeakMap<ApiDocument, Map<string, Reached>>()

const reach = (document: ApiDocument, schema: Located, seen: readonly string[]): Reached => {
  if (seen.includes(schema.at)) throw madeOfItself(document, schema.at)
  const places = known.get(document) ?? new Map<string, Reached>()
  known.set(document, places)
  // What stands nowhere is written by us.
  const before = schema.at === '' ? undefined : places.get(schema.at)
  if (before) return before
  const expanded = expand(document, schema)
  const alternatives = plain(document, expanded)
  const saysNothing = alternatives.every(({ type }) => type === 'any')
  const own: Reached = {
    // What says nothing at all lets null through, and so do choices until one of them is asked.
    nullable: expanded.nullable ?? (saysNothing || expanded.choices.length > 0),
    alternatives,
    exclusive: false,
  }
  const path = [...seen, ...expanded.parts.map(({ at }) => at)]
  const reached = expanded.choices.reduce((one, choice) => through(document, one, choice, path), own)
  places.set(schema.at, reached)
  return reached
}

/**
 * What a schema lets through: the same for every way to write the same thing (null in all its spellings, types as a list
 * or a choice, constants as lists of one, parts that hold together, choices of one).
 * @param schemas several hold together; of none, anything
 * @throws PlayheadError `bad-reference`
 */
export const shapeOf = (document: ApiDocument, schemas: readonly Located[]): Shape => {
  const reached = schemas.map((schema) => reach(document, schema, []))
  const whole = reached.reduce(
    (one, other) => ({
      nullable: one.nullable && other.nullable,
      alternatives: one.alternatives.flatMap((mine) =>
        other.alternatives.flatMap((theirs) => both(document, mine, theirs)),
      ),
      exclusive: one.exclusive || other.exclusive,
    }),
    anything,
  )
  const alternatives = simplest(document, whole.alternatives)
  const parts = [
    ...schemas.flatMap((schema) => expand(document, schema).parts),
    ...alternatives.flatMap((one) => one.parts),
  ]
  return {
    at: schemas[0]?.at ?? '',
    nullable: whole.nullable,
    alternatives,
    exclusive: whole.exclusive && alternatives.length > 1,
    parts: [...new Map(parts.map((part) => [part.at, part])).values()],
  }
}
