import type { Json } from '../../mocks/world/json.ts'
import type { RuleId } from './rules/index.ts'

/** One side of a change: what stands there, and where. */
export interface Spot {
  /** A JSON Pointer into the side's document. */
  readonly at: string
  /** What is told of it; left out where the thing itself says nothing. */
  readonly value?: Json
}

/** One difference at one place. */
export interface Found {
  readonly rule: RuleId
  /** The way to it, from the operation on: `200`, `data[]`, `.status`. */
  readonly place: readonly string[]
  readonly base?: Spot | undefined
  readonly head?: Spot | undefined
  /** The fields it is about, where they are more than the place names. */
  readonly fields?: readonly string[]
  /** What is one cause though the values differ by place. */
  readonly cause?: string
  /** Behaviour rules that rest on the very words that changed. */
  readonly rests?: readonly string[]
}

/** The same differences, one step further in. */
export const within = (step: string, found: readonly Found[]): readonly Found[] =>
  found.map((one) => ({ ...one, place: [step, ...one.place] }))
