import { type Located, under } from '../document/located.ts'
import { type Found, within } from '../found.ts'
import type { Alternative } from '../shape/shape.ts'
import { type Fields, fieldsOf } from './fields.ts'
import { type Scope, spotOf } from './scope.ts'

/** Fields that were wrapped into one, or unwrapped: they are told together, and not each by itself. */
export interface Envelopes {
  /** The fields of either side that need not be looked at any more. */
  readonly settled: ReadonlySet<string>
  readonly found: readonly Found[]
}

type Described = ReadonlyMap<string, readonly Located[]>

/** What a field holds that is an object, or a list of them. */
interface Inside {
  readonly step: '' | '[]'
  readonly described: Described
}

const noFields: Described = new Map()

const merged = (all: readonly Fields[]): Described => new Map(all.flatMap(({ described }) => [...described]))

const insideOf = (scope: Scope, side: 'base' | 'head', schemas: readonly Located[]): Inside => {
  const objectsIn = (held: readonly Located[]): Described =>
    merged(
      scope
        .shape(side, held)
        .alternatives.filter(({ type }) => type === 'object')
        .map((kind) => fieldsOf(scope, side, kind)),
    )
  const own = objectsIn(schemas)
  if (own.size > 0) return { step: '', described: own }
  const items = scope
    .shape(side, schemas)
    .alternatives.flatMap(({ parts }) =>
      parts.flatMap((part) => ('items' in part.value ? [under(part, 'items')] : [])),
    )
  return { step: '[]', described: items.length === 0 ? noFields : objectsIn(items) }
}

/** A field that holds others which stood beside it, or will. */
interface Wrapper extends Inside {
  readonly name: string
  readonly held: readonly string[]
}

/** The field of one side that holds most of the names, if any does: one that held nothing on the other side. */
const wrapperOf = (
  scope: Scope,
  side: 'base' | 'head',
  { described: mine }: Fields,
  { described: theirs }: Fields,
): Wrapper | undefined => {
  const other = side === 'base' ? 'head' : 'base'
  const isNew = (name: string): boolean => {
    const before = theirs.get(name)
    return before === undefined || insideOf(scope, other, before).described.size === 0
  }
  const wrappers = [...mine].flatMap(([name, schemas]): readonly Wrapper[] => {
    const inside = insideOf(scope, side, schemas)
    if (inside.described.size === 0 || !isNew(name)) return []
    // The wrapper may have taken the name of what it holds.
    const loose = [...theirs.keys()].filter((one) => !mine.has(one) || one === name)
    return [{ ...inside, name, held: loose.filter((one) => inside.described.has(one)) }]
  })
  const [most] = wrappers
    .filter(({ name, held }) => held.some((one) => one !== name))
    .sort((one, another) => another.held.length - one.held.length)
  return most
}

const pathsOf = ({ name, step, held }: Wrapper): readonly string[] =>
  held.map((one) => `${name}${step}.${one}`).sort()

const names = (described: Described): readonly string[] => [...described.keys()].sort()

/**
 * Finds the fields of an answer that stand further in than before, in an envelope that is new, or further out; or, where
 * nothing of what there was is left, that all of it is something else. What moved inside of them is told as ever.
 */
export const envelopesOf = (
  scope: Scope,
  base: Alternative,
  head: Alternative,
  before: Fields,
  after: Fields,
): Envelopes => {
  const mustCome = (name: string): boolean => before.required.has(name)
  const gone = names(before.described).filter((name) => !after.described.has(name))
  const none: Envelopes = { settled: new Set(), found: [] }
  if (scope.direction === 'request' || gone.length === 0) return none
  const told = (isLost: boolean, was: readonly string[], is: readonly string[], by: string): Found => ({
    rule: isLost ? 'response-envelope-changed' : 'optional-response-envelope-changed',
    place: [],
    base: { ...spotOf(base, 'properties'), value: [...was] },
    head: { ...spotOf(head, 'properties'), value: [...is] },
    fields: was.map((name) => name.replace(/^.*\./, '')),
    cause: by,
  })
  const wrapped = wrapperOf(scope, 'head', after, before)
  if (wrapped) {
    const { name, step, held, described } = wrapped
    const inside = held.flatMap((one) =>
      within(`.${one}`, scope.compare(before.described.get(one) ?? [], described.get(one) ?? [])),
    )
    return {
      settled: new Set([name, ...held]),
      found: [
        // A field that has become the envelope has another type as well.
        told(
          held.some(mustCome) || before.described.has(name),
          held.toSorted(),
          pathsOf(wrapped),
          `into ${name}`,
        ),
        ...within(`.${name}`, step === '' ? inside : within(step, inside)),
      ],
    }
  }
  const unwrapped = wrapperOf(scope, 'base', before, after)
  if (unwrapped) {
    const { name, held, described } = unwrapped
    const inside = held.flatMap((one) =>
      within(`.${one}`, scope.compare(described.get(one) ?? [], after.described.get(one) ?? [])),
    )
    return {
      settled: new Set([name, ...held]),
      found: [
        told(
          mustCome(name) || after.described.has(name),
          pathsOf(unwrapped),
          held.toSorted(),
          `out of ${name}`,
        ),
        ...inside,
      ],
    }
  }
  const isAnother = gone.length > 1 && gone.length === before.described.size && after.described.size > 0
  return isAnother
    ? {
        settled: new Set([...gone, ...after.described.keys()]),
        found: [
          told(
            gone.some(mustCome),
            gone,
            names(after.described),
            `another: ${names(after.described).join()}`,
          ),
        ],
      }
    : none
}
