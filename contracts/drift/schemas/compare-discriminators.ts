import { isObject, type JsonObject } from '../../../mocks/world/json.ts'
import type { Found } from '../found.ts'
import type { Part, Shape } from '../shape/shape.ts'

const discriminatorOf = ({ parts }: Shape): Part | undefined =>
  parts.flatMap(({ value, at }) =>
    isObject(value.discriminator) ? [{ value: value.discriminator, at: `${at}/discriminator` }] : [],
  )[0]

const mappingOf = ({ mapping }: JsonObject): JsonObject => (isObject(mapping) ? mapping : {})

/** Whether whoever told the kinds apart by the old words can do so by the new. */
const stillTells = (before: JsonObject, after: JsonObject): boolean =>
  before.propertyName === after.propertyName &&
  Object.entries(mappingOf(before)).every(([word, kind]) => mappingOf(after)[word] === kind)

/** Compares the words by which kinds are told apart. */
export const compareDiscriminators = (before: Shape, after: Shape): readonly Found[] => {
  const was = discriminatorOf(before)
  const is = discriminatorOf(after)
  if (!was || (is && stillTells(was.value, is.value)) || (!is && after.alternatives.length < 2)) return []
  return [{ rule: 'discriminator-changed', place: [], base: was, head: is ?? { at: after.at } }]
}
