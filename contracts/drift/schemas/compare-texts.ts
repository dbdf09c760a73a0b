import { isObject, type Json } from '../../../mocks/world/json.ts'
import type { Found } from '../found.ts'
import { durationText, lifetimeUnit, quantitiesIn } from '../prose/quantities.ts'
import type { RuleId } from '../rules/index.ts'
import { inOneOrder } from '../shape/in-one-order.ts'
import type { Part } from '../shape/shape.ts'
import type { Direction } from './scope.ts'

/** What a schema is written in. */
interface Written {
  readonly at: string
  readonly parts: readonly Part[]
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What stands under some keywords in all that a schema is written in, each once. */
const collected = ({ parts }: Written, keywords: (key: string) => boolean): readonly string[] =>
  [
    ...new Set(
      parts.flatMap(({ value }) =>
        Object.entries(value).flatMap(([key, one]) =>
          keywords(key) ? [typeof one === 'string' ? oneLine(one) : inOneOrder(one)] : [],
        ),
      ),
    ),
  ].sort()

const isText = (key: string): boolean => key === 'description' || key === 'title' || key === 'deprecated'
const isExample = (key: string): boolean => key === 'example' || key === 'examples'
const isExtension = (key: string): boolean => key.startsWith('x-')

const lastName = (at: string): string => at.slice(at.lastIndexOf('/') + 1)

const numbersIn = (value: Json | undefined): readonly number[] => {
  if (Array.isArray(value)) return value.flatMap(numbersIn)
  if (isObject(value)) return Object.values(value).flatMap(numbersIn)
  return typeof value === 'number' ? [value] : []
}

/** The lengths of time that examples of a lifetime show. */
const shownLifetimes = (shape: Written): readonly string[] => {
  const unit = lifetimeUnit(lastName(shape.at))
  const numbers = shape.parts.flatMap(({ value }) => [
    ...numbersIn(value.example),
    ...numbersIn(value.examples),
  ])
  return unit === undefined ? [] : [...new Set(numbers.map((number) => durationText(number * unit)))].sort()
}

const differ = (one: readonly string[], other: readonly string[]): boolean =>
  one.join('\n') !== other.join('\n')

const told = (
  rule: RuleId,
  before: Written,
  after: Written,
  was: readonly string[],
  is: readonly string[],
): Found => ({
  rule,
  place: [],
  base: { at: before.at, value: was.join(' / ') },
  head: { at: after.at, value: is.join(' / ') },
})

const defaultsOf = ({ parts }: Written): readonly string[] =>
  parts.flatMap(({ value }: Part) => ('default' in value ? [inOneOrder(value.default as Json)] : []))

/** Compares what is told to people, and what is told nowhere else: lengths of time, and defaults of what is sent. */
export const compareTexts = (direction: Direction, before: Written, after: Written): readonly Found[] => {
  const compared = (rule: RuleId, keywords: (key: string) => boolean): readonly Found[] => {
    const [was, is] = [collected(before, keywords), collected(after, keywords)]
    return differ(was, is) ? [told(rule, before, after, was, is)] : []
  }
  const [said, says] = [collected(before, isText), collected(after, isText)]
  const [showed, shows] = [shownLifetimes(before), shownLifetimes(after)]
  const inWords = (): readonly Found[] => {
    const [was, is] = [quantitiesIn(said.join('\n')), quantitiesIn(says.join('\n'))]
    return was.length > 0 && differ(was, is)
      ? [told('quantity-changed', before, after, was, is)]
      : [told('text-changed', before, after, said, says)]
  }
  const texts = differ(said, says) ? inWords() : []
  const examples =
    showed.length > 0 && differ(showed, shows)
      ? [told('quantity-changed', before, after, showed, shows)]
      : compared('example-changed', isExample)
  const defaults =
    direction === 'request' && differ(defaultsOf(before), defaultsOf(after))
      ? [told('request-default-changed', before, after, defaultsOf(before), defaultsOf(after))]
      : []
  return [...texts, ...examples, ...defaults, ...compared('extension-changed', isExtension)]
}
