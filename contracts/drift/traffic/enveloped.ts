import { isObject, type Json, type JsonObject } from '../../../mocks/world/json.ts'
import type { Found } from '../found.ts'
import type { Fields } from '../schemas/fields.ts'
import { spotOf } from '../schemas/scope.ts'
import type { Alternative } from '../shape/shape.ts'

/** An object as it came, beside the kind of object that was promised. */
export interface Came {
  readonly kind: Alternative
  readonly promised: Fields
  readonly value: JsonObject
  /** What is to be said of its fields, each by itself. */
  readonly found: readonly Found[]
}

const objectIn = (value: Json | undefined): JsonObject | undefined => {
  const held = Array.isArray(value) ? value[0] : value
  return isObject(held) ? held : undefined
}

/** The field under which promised fields came that are missing beside it, where there is one. */
const wrapperIn = ({ value, promised, found }: Came, absent: readonly string[]): string | undefined => {
  const isUnlike = (name: string): boolean =>
    !promised.described.has(name) ||
    found.some(({ rule, place }) => rule === 'response-type-changed' && place.join() === `.${name}`)
  const held = (name: string): number => {
    const inside = objectIn(value[name])
    return inside ? absent.filter((one) => Object.hasOwn(inside, one)).length : 0
  }
  const [most] = Object.keys(value)
    .filter((name) => isUnlike(name) && held(name) > 0)
    .sort((one, other) => held(other) - held(one))
  return most
}

/**
 * What is to be said of an object, with one finding in place of many where all came in another envelope: under a field that
 * was not promised, or as something else altogether.
 */
export const enveloped = (came: Came): readonly Found[] => {
  const { kind, promised, value, found } = came
  const names = [...promised.described.keys()]
  const absent = names.filter((name) => !Object.hasOwn(value, name))
  const strangers = Object.keys(value).filter((name) => !promised.described.has(name))
  const wrapper = wrapperIn(came, absent)
  const isAnother = names.length > 1 && absent.length === names.length && strangers.length > 0
  if (wrapper === undefined && !isAnother) return found
  const settled = new Set(
    [...absent, ...(wrapper === undefined ? strangers : [wrapper])].map((one) => `.${one}`),
  )
  const mustCome =
    absent.some((name) => promised.required.has(name)) ||
    (wrapper !== undefined && promised.described.has(wrapper))
  return [
    {
      rule: mustCome ? 'response-envelope-changed' : 'optional-response-envelope-changed',
      place: [],
      base: { ...spotOf(kind, 'properties'), value: absent },
      head: { at: '', value: wrapper ?? strangers },
      fields: absent,
    },
    ...found.filter(({ place: [step = ''] }) => !settled.has(step)),
  ]
}
