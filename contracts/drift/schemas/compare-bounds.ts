import type { Found } from '../found.ts'
import { lowerBounds, upperBounds } from '../shape/keywords.ts'
import type { Alternative } from '../shape/shape.ts'
import { type Check, saidIn, spotOf } from './scope.ts'

/** How far one bound lies inside of another: above 0 it is narrower. */
type Narrower = (base: Alternative, head: Alternative) => number

const numbers = (one: Alternative, keyword: string): readonly number[] =>
  saidIn(one, keyword).filter((value) => typeof value === 'number')

/** In 3.0 the exclusive bounds are words beside the others. */
const isExclusive = (one: Alternative, keyword: string): boolean => saidIn(one, keyword).includes(true)

interface Edge {
  readonly value: number
  readonly exclusive: boolean
}

const edge = (one: Alternative, keyword: string, exclusive: string, sign: 1 | -1): Edge => {
  const inclusive = numbers(one, keyword).map((value) => ({
    value: value * sign,
    exclusive: isExclusive(one, exclusive),
  }))
  const outside = numbers(one, exclusive).map((value) => ({ value: value * sign, exclusive: true }))
  const all: readonly Edge[] = [...inclusive, ...outside]
  return all.reduce(
    (most, one) => (one.value > most.value || (one.value === most.value && one.exclusive) ? one : most),
    { value: Number.NEGATIVE_INFINITY, exclusive: false },
  )
}

const narrowerEdge =
  (keyword: string, exclusive: string, sign: 1 | -1): Narrower =>
  (base, head) => {
    const before = edge(base, keyword, exclusive, sign)
    const after = edge(head, keyword, exclusive, sign)
    if (before.value !== after.value) return after.value > before.value ? 1 : -1
    return Number(after.exclusive) - Number(before.exclusive)
  }

const atLeast =
  (keyword: string): Narrower =>
  (base, head) =>
    Math.max(0, ...numbers(head, keyword)) - Math.max(0, ...numbers(base, keyword))

const atMost =
  (keyword: string): Narrower =>
  (base, head) => {
    const [before, after] = [base, head].map((one) =>
      Math.min(Number.POSITIVE_INFINITY, ...numbers(one, keyword)),
    )
    return before === after ? 0 : (before ?? 0) - (after ?? 0)
  }

const multiples: Narrower = (base, head) => {
  const [before] = numbers(base, 'multipleOf')
  const [after] = numbers(head, 'multipleOf')
  if (before === after) return 0
  if (before === undefined || after === undefined) return before === undefined ? 1 : -1
  return after % before === 0 ? 1 : -1
}

const unique: Narrower = (base, head) =>
  Number(isExclusive(head, 'uniqueItems')) - Number(isExclusive(base, 'uniqueItems'))

const bounds: Readonly<Record<string, Narrower>> = {
  minimum: narrowerEdge('minimum', 'exclusiveMinimum', 1),
  maximum: narrowerEdge('maximum', 'exclusiveMaximum', -1),
  multipleOf: multiples,
  minContains: atLeast('minContains'),
  maxContains: atMost('maxContains'),
  uniqueItems: unique,
  ...Object.fromEntries(lowerBounds.map((keyword) => [keyword, atLeast(keyword)])),
  ...Object.fromEntries(upperBounds.map((keyword) => [keyword, atMost(keyword)])),
}

/** Whether a bound is told at all, as one of the two words for it. */
const isSet = (one: Alternative, keyword: string): boolean =>
  [keyword, keyword.replace('m', 'exclusiveM')].some((word) => numbers(one, word).length > 0)

const names = new Set([...Object.keys(bounds), 'exclusiveMinimum', 'exclusiveMaximum'])

const isBounded = ({ parts }: Alternative): boolean =>
  parts.some(({ value }) => Object.keys(value).some((key) => names.has(key)))

/** Compares bounds on numbers, lengths and counts. */
export const compareBounds: Check = ({ direction }, base, head) =>
  Object.entries(isBounded(base) || isBounded(head) ? bounds : {}).flatMap(
    ([keyword, narrower]): readonly Found[] => {
      const by = narrower(base, head)
      if (by === 0) return []
      const spots = {
        base: spotOf(base, keyword, numbers(base, keyword)[0]),
        head: spotOf(head, keyword, numbers(head, keyword)[0]),
      }
      // A bound that nobody spoke of may have held all along.
      const isNew = direction === 'request' && by > 0 && !isSet(base, keyword)
      const rule = isNew
        ? 'request-bound-set'
        : (`${direction}-bound-${by > 0 ? 'tightened' : 'loosened'}` as const)
      return [{ rule, place: [`(${keyword})`], ...spots }]
    },
  )
