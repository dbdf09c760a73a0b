import type { ApiDocument } from '../document/api-document.ts'
import { isUnknown } from './keywords.ts'
import type { Alternative } from './shape.ts'
import { spelled } from './spelled.ts'

/** Keywords that say nothing of a value beyond its type and the words it is one of. */
const bare = new Set([
  'type',
  'enum',
  'const',
  'nullable',
  'title',
  'description',
  'example',
  'examples',
  'anyOf',
  'oneOf',
  'allOf',
  '$ref',
  'deprecated',
  'default',
])

const isScalar = ({ type }: Alternative): boolean => type !== 'object' && type !== 'array' && type !== 'any'

/** Whether nothing but the type, or the words, tells what it is. */
const isBare = ({ parts }: Alternative): boolean =>
  parts.every(({ value }) =>
    Object.keys(value).every((key) => bare.has(key) || (!isUnknown(key) && key.startsWith('x-'))),
  )

/** Joins words of one type: a choice of constants is a list of them. */
const withWords = (document: ApiDocument, all: readonly Alternative[]): readonly Alternative[] => {
  const out: Alternative[] = []
  for (const one of all) {
    const n = out.findIndex((other) => other.type === one.type && other.words && isBare(other))
    const before = out[n]
    if (!before || !one.words || !isScalar(one) || !isBare(one)) {
      out.push(one)
      continue
    }
    const joined = [...(before.words ?? []), ...one.words]
    const words = [...new Map(joined.map((word) => [spelled(document, word), word])).values()]
    out[n] = { type: one.type, words, parts: [...before.parts, ...one.parts] }
  }
  return out
}

/** Leaves out what is let through anyway: a word, where any text of its type is. */
const withoutCovered = (all: readonly Alternative[]): readonly Alternative[] => {
  const open = all.filter((one) => isScalar(one) && isBare(one) && !one.words)
  const covers = (one: Alternative, other: Alternative): boolean =>
    one !== other && (one.type === other.type || (one.type === 'number' && other.type === 'integer'))
  const kept = open.filter(
    (one, n) => !open.some((other, m) => covers(other, one) && (other.type !== one.type || m < n)),
  )
  return all.filter(
    (one) => kept.includes(one) || !(isScalar(one) && kept.some((other) => covers(other, one))),
  )
}

/** The fewest kinds that let the same values through. */
export const simplest = (document: ApiDocument, all: readonly Alternative[]): readonly Alternative[] =>
  all.length < 2 ? all : withoutCovered(withWords(document, all))
