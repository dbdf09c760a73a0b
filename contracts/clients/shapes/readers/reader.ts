import * as v from 'valibot'
import type { Instant } from '../../../../mocks/world/instant.ts'
import type { Outcome, OutcomeSegment, RepliesOutcome } from '../../../../mocks/world/outcome.ts'

/** When an answer was told, by the client's own clock. */
export interface Told {
  /** When the question went out: what is told as seconds from now is counted from there. */
  readonly askedAt: Instant
  /** How far the vendor's clock is ahead of the client's, in milliseconds, where its Date shows that it is. */
  readonly aheadMs: number
}

/** The outcomes that say what there is, and promise nothing to play. */
export type Missing = Exclude<Outcome, { kind: 'playable' }>

/**
 * One vendor's answers, read from its published page alone. Nothing here knows how the simulator reads them: two that read
 * in the same way may agree on what is wrong.
 */
export interface Reader {
  /** The paths asked, with the id as it stands in them. */
  recordingPath(id: string): string
  repliesPath?(id: string): string
  /** Reads the JSON of a 200; `undefined` where it is not what the page promises. */
  read(json: unknown, told: Told): readonly OutcomeSegment[] | Missing | undefined
  /** Reads the JSON of a 404, where the page tells several apart. */
  readMissing?(json: unknown): Missing
  readReplies?(json: unknown): RepliesOutcome | undefined
}

/** A field that may be missing, null, or of another type than the page says: it is then unknown. */
export const known = <const S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined)

/** A text that is not empty. */
export const text = v.pipe(v.string(), v.nonEmpty())

/** An instant in ISO 8601, in milliseconds. */
export const instant = v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse))

/** Only what is known of a segment. */
export const segmentOf = (
  fields: { readonly [K in keyof OutcomeSegment]: OutcomeSegment[K] | undefined } & Pick<
    OutcomeSegment,
    'state'
  >,
): OutcomeSegment => ({
  state: fields.state,
  ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
})
