import { type ApiDocument, meant } from '../document/api-document.ts'
import { holdsObject, type Located } from '../document/located.ts'
import { tangled } from '../document/tangled.ts'
import type { Found } from '../found.ts'
import { sameIn } from '../shape/same.ts'
import type { Part, Shape } from '../shape/shape.ts'
import { shapeOf } from '../shape/shape-of.ts'
import { compareShapes } from './compare-shapes.ts'
import { compareTexts } from './compare-texts.ts'
import type { Direction, Scope } from './scope.ts'

/** Two schemas as they stand in two documents. */
export interface SchemaPair {
  readonly base: readonly Located[]
  readonly head: readonly Located[]
  readonly direction: Direction
  /** Whether values travel as text, as parameters do. @default false */
  readonly asText?: boolean
}

/** One edit can be reached by more ways than can be listed: the first tells it. */
const eachOnce = (found: readonly Found[]): readonly Found[] =>
  found.length < 2
    ? found
    : [
        ...new Map(
          found.toReversed().map((one) => [`${one.rule} ${one.base?.at} ${one.head?.at}`, one]),
        ).values(),
      ].reverse()

/** What a schema means that is a reference and nothing else: then it is compared once, wherever it is referred to from. */
const referred = (document: ApiDocument, schema: Located): Located =>
  holdsObject(schema) && Object.keys(schema.value).join() === '$ref' ? meant(document, schema) : schema

/** Whether a schema is of one plain type, and put together of nothing. */
const isScalar = (schema: Located): schema is Part =>
  holdsObject(schema) &&
  scalars.has(schema.value.type) &&
  !Object.keys(schema.value).some((key) => key === '$ref' || key === 'not' || key.endsWith('Of'))

const scalars = new Set<unknown>(['string', 'number', 'integer', 'boolean'])

/** A large vendor's whole document takes some thousands. */
const mostComparisons = 300_000

/** What a comparison looks at. */
export interface ComparisonOptions {
  /** Whether what only people read is compared as well. @default true */
  readonly texts?: boolean
}

/** Compares schemas of two documents, each pair once. */
export type SchemaComparison = (pair: SchemaPair) => readonly Found[]

const placeOf = (schemas: readonly Located[]): string =>
  schemas.map(({ at, value }) => (at === '' ? JSON.stringify(value) : at)).join(' ')

/**
 * Compares schemas of two documents. What holds itself is compared once: within itself nothing more is said of it.
 */
export const schemaComparison = (
  base: ApiDocument,
  head: ApiDocument,
  { texts = true }: ComparisonOptions = {},
): SchemaComparison => {
  const shapes = { base: new Map<string, Shape>(), head: new Map<string, Shape>() }
  const shape = (side: 'base' | 'head', schemas: readonly Located[]): Shape => {
    const place = placeOf(schemas)
    const known = shapes[side].get(place) ?? shapeOf(side === 'base' ? base : head, schemas)
    shapes[side].set(place, known)
    return known
  }
  const same = sameIn(base, head, texts)
  const areSame = (one: readonly Located[], other: readonly Located[]): boolean =>
    one.length === other.length && one.every(({ value }, n) => same(value, other[n]?.value))
  const meansTheSame = sameIn(base, head, false)
  /** Of a scalar of which only what people read is another that is told; nothing where more than that may be. */
  const simpleTexts = (
    [before, ...others]: readonly Located[],
    [after, ...more]: readonly Located[],
    direction: Direction,
  ): readonly Found[] | undefined =>
    texts &&
    before &&
    after &&
    others.length + more.length === 0 &&
    isScalar(before) &&
    isScalar(after) &&
    meansTheSame(before.value, after.value)
      ? compareTexts(direction, { at: before.at, parts: [before] }, { at: after.at, parts: [after] })
      : undefined
  const done = new Map<string, readonly Found[]>()
  /** What was found while something further out was still being compared: whole only within that. */
  const provisional = new Map<string, readonly Found[]>()
  const open: string[] = []
  let compared = 0
  /** How far out the outermost schema lies that was met again within itself. */
  let metAgain = Number.POSITIVE_INFINITY
  const compare = ({
    base: fromBase,
    head: fromHead,
    direction,
    asText = false,
  }: SchemaPair): readonly Found[] => {
    const [before, after] = [
      fromBase.map((one) => referred(base, one)),
      fromHead.map((one) => referred(head, one)),
    ]
    if (areSame(before, after)) return []
    const reworded = simpleTexts(before, after, direction)
    if (reworded) return reworded
    const key = `${direction} ${asText} ${placeOf(before)} | ${placeOf(after)}`
    const depth = open.indexOf(key)
    if (depth >= 0) metAgain = Math.min(metAgain, depth)
    const known = depth >= 0 ? [] : (done.get(key) ?? provisional.get(key))
    if (known) return known
    compared += 1
    if (compared > mostComparisons) throw tangled(head)
    const outside = metAgain
    metAgain = Number.POSITIVE_INFINITY
    open.push(key)
    const scope: Scope = {
      base,
      head,
      direction,
      asText,
      texts,
      shape,
      compare: (one, other) => compare({ base: one, head: other, direction, asText }),
    }
    const found = eachOnce(compareShapes(scope, shape('base', before), shape('head', after)))
    open.pop()
    const isWhole = metAgain >= open.length
    const kept = isWhole ? done : provisional
    kept.set(key, found)
    if (open.length === 0) provisional.clear()
    metAgain = Math.min(outside, isWhole ? Number.POSITIVE_INFINITY : metAgain)
    return found
  }
  return compare
}
