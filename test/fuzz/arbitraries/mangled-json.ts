import fc from 'fast-check'
import { isObject, type Json } from '../../../mocks/world/json.ts'
import { hostileTexts } from './texts.ts'

/** A value where another one belongs. */
const junk = (): fc.Arbitrary<Json> =>
  fc.oneof(
    fc.constantFrom<Json[]>(
      null,
      true,
      false,
      0,
      -1,
      -0,
      1.5,
      2 ** 31,
      2 ** 53,
      -(2 ** 53),
      1e308,
      5e-324,
      '',
      [],
      {},
      [[]],
      [null],
      { '': null },
    ),
    hostileTexts(),
    // Not written as a literal, which would set the prototype.
    fc.constant(JSON.parse('{"__proto__": {"kind": "status"}, "constructor": 1}') as Json),
    fc
      .integer({ min: 1, max: 400 })
      .map((depth) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as Json),
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
  )

/** One change: where, counted through the whole of it, and what happens there. */
interface Change {
  readonly place: number
  readonly how: 'replace' | 'drop' | 'double' | 'rename' | 'move'
  readonly junk: Json
  readonly name: string
}

const changes = (): fc.Arbitrary<Change> =>
  fc.record({
    place: fc.nat(2000),
    how: fc.constantFrom<Change['how'][]>('replace', 'replace', 'drop', 'double', 'rename', 'move'),
    junk: junk(),
    name: fc.oneof(fc.constantFrom('id', 'kind', 'at', 'ref', '$ref', 'type'), hostileTexts()),
  })

const sizeOf = (value: Json): number => {
  let size = 0
  const stack: Json[] = [value]
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    size++
    if (typeof one === 'object' && one !== null) stack.push(...Object.values(one))
  }
  return size
}

/** Changes one place of a value, leaving the value itself as it was. */
const changed = (whole: Json, { place, how, junk: other, name }: Change): Json => {
  let left = place % sizeOf(whole)
  let moved: Json = other
  const entry = (key: string, child: Json): readonly (readonly [string, Json])[] => {
    if (left !== 0) return [[key, go(child)]]
    left--
    if (how === 'drop') return []
    if (how === 'rename') return [[name, child]]
    if (how === 'double')
      return [
        [key, child],
        [`${key}2`, child],
      ]
    return [[key, how === 'move' ? moved : other]]
  }
  const go = (value: Json): Json => {
    if (left-- === 0) return other
    moved = value
    if (Array.isArray(value)) return value.flatMap((child) => entry('', child).map(([, one]) => one))
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).flatMap(([key, child]) => entry(key, child)))
  }
  return go(whole)
}

/** JSON that was right once: values replaced, left out, doubled, renamed or moved in up to so many places. */
export const mangledJson = (right: fc.Arbitrary<unknown>, most = 4): fc.Arbitrary<Json> =>
  fc
    .tuple(right, fc.array(changes(), { maxLength: most }))
    .map(([value, some]) => some.reduce(changed, JSON.parse(JSON.stringify(value)) as Json))
