import { type Json, pointer } from '../../../mocks/world/json.ts'
import type { ApiDocument } from '../document/api-document.ts'
import type { Located } from '../document/located.ts'
import type { Found, Spot } from '../found.ts'
import type { Alternative, Shape } from '../shape/shape.ts'

/** Whose words a schema describes: those of the API, where more than before breaks a client, or the client's own, where less does. */
export type Direction = 'response' | 'request'

/** What a comparison of two schemas may know. */
export interface Scope {
  readonly base: ApiDocument
  readonly head: ApiDocument
  readonly direction: Direction
  /** Whether values travel as text, as parameters do, where a number is a text as well. */
  readonly asText: boolean
  /** Whether what only people read is compared as well. */
  readonly texts: boolean
  /** Compares what stands below. */
  compare(base: readonly Located[], head: readonly Located[]): readonly Found[]
  /** The shape of schemas of one side. */
  shape(side: 'base' | 'head', schemas: readonly Located[]): Shape
}

/** One thing that two kinds of values are compared by. */
export type Check = (scope: Scope, base: Alternative, head: Alternative) => readonly Found[]

/** Where a keyword of a kind is written, or the kind itself where it is not. */
export const spotOf = ({ parts }: Alternative, keyword: string, value?: Json): Spot => {
  const part = parts.find((one) => keyword in one.value)
  const at = part ? `${part.at}${pointer([keyword])}` : (parts[0]?.at ?? '')
  return value === undefined ? { at } : { at, value }
}

/** The values of a keyword in everything that is said of a kind. */
export const saidIn = ({ parts }: Alternative, keyword: string): readonly Json[] =>
  parts.flatMap(({ value }) => (Object.hasOwn(value, keyword) ? [value[keyword] as Json] : []))
