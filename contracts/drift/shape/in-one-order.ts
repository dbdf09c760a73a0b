import { isObject, type Json } from '../../../mocks/world/json.ts'

/** A value as JSON with its keys in order, so that equal values are equal texts. */
export const inOneOrder = (value: Json): string =>
  JSON.stringify(value, (_, one: Json) =>
    isObject(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  )
