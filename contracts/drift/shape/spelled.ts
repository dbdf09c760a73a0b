import { createHash } from 'node:crypto'
import { isObject, type Json, type JsonObject } from '../../../mocks/world/json.ts'
import { type ApiDocument, targetOf } from '../document/api-document.ts'
import { tangled } from '../document/tangled.ts'

const forPeople = new Set(['title', 'description', 'example', 'examples', 'externalDocs', '$comment'])

/** Keywords under which stand names of the schema's own. */
const named = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs'])

/** What is longer stands as its checksum in what holds it: however often it is referred to, nothing grows. */
const longest = 100

/** More parts than any keyword holds that somebody wrote, where they lead back to themselves. */
const mostParts = 50_000

/** A spelling, and the outermost of the references being followed at which it stopped; infinite where it is whole. */
interface Written {
  readonly text: string
  readonly cutAt: number
}

const whole = Number.POSITIVE_INFINITY

const short = (text: string): string =>
  text.length > longest ? `#${createHash('sha1').update(text).digest('base64')}` : text

/** What is whole is spelled once, by whether it holds names. */
interface Known {
  readonly schemas: WeakMap<object, string>
  readonly names: WeakMap<object, string>
}

const known = new WeakMap<ApiDocument, Known>()

const knownOf = (document: ApiDocument): Known => {
  const all = known.get(document) ?? { schemas: new WeakMap(), names: new WeakMap() }
  known.set(document, all)
  return all
}

/** Spells one value, and counts the parts that it has looked at. */
const speller = (document: ApiDocument) => {
  const memory = knownOf(document)
  let parts = 0
  const joined = (all: readonly (readonly [string, Written])[], open: string, close: string): Written => ({
    text: `${open}${all.map(([name, { text }]) => `${name}${text}`).join()}${close}`,
    cutAt: all.reduce((least, [, { cutAt }]) => Math.min(least, cutAt), whole),
  })
  const ofObject = (value: JsonObject, seen: readonly string[], isNames: boolean): Written => {
    const { $ref } = value
    if (!isNames && typeof $ref === 'string' && $ref.startsWith('#')) {
      const depth = seen.indexOf($ref)
      if (depth >= 0) return { text: JSON.stringify({ $ref }), cutAt: depth }
      const target = write(targetOf(document, $ref).value, [...seen, $ref], false)
      return { text: target.text, cutAt: target.cutAt < seen.length ? target.cutAt : whole }
    }
    const entries = Object.entries(value)
      .filter(([key]) => isNames || !forPeople.has(key))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [`${JSON.stringify(key)}:`, write(one, seen, !isNames && named.has(key))] as const)
    return joined(entries, '{', '}')
  }
  const write = (value: Json | undefined, seen: readonly string[], isNames: boolean): Written => {
    if (typeof value !== 'object' || value === null)
      return { text: short(JSON.stringify(value) ?? 'undefined'), cutAt: whole }
    const memo = isNames ? memory.names : memory.schemas
    const before = memo.get(value)
    if (before !== undefined) return { text: before, cutAt: whole }
    parts += 1
    if (parts > mostParts) throw tangled(document)
    const { text, cutAt } = isObject(value)
      ? ofObject(value, seen, isNames)
      : joined(
          (value as readonly Json[]).map((one) => ['', write(one, seen, false)] as const),
          '[',
          ']',
        )
    const written = short(text)
    if (cutAt === whole) memo.set(value, written)
    return { text: written, cutAt }
  }
  return write
}

/**
 * A value in one short spelling: keys in order, references followed until they come back to themselves, and without what only
 * people read. Equal texts mean equal values.
 * @throws PlayheadError `bad-reference`, `hostile-document`
 */
export const spelled = (document: ApiDocument, value: Json | undefined): string =>
  speller(document)(value, [], false).text
