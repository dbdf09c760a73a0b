import * as v from 'valibot'
import { InstantSchema } from './instant-schema.ts'
import { recordingStatuses } from './recording-status.ts'
import type { Timeline } from './timeline.ts'
import { timelineOf } from './timeline-schema.ts'

/**
 * What a link minted now is worth: `live` keeps its lifetime; `arrives-dead` has already ended; `dies-early` is refused
 * at half its lifetime, as when the signer's own session ends; `none` means that no link is given at all.
 */
export const linkKinds = ['live', 'arrives-dead', 'dies-early', 'none'] as const
export type LinkKind = (typeof linkKinds)[number]

export const mediaTypes = ['audio/mpeg', 'audio/mp4', 'video/mp4'] as const
export type MediaType = (typeof mediaTypes)[number]

/** Sixteen hours: no call is longer, and every byte of a recording can still be computed at once. */
const longestSeconds = 57_600

export const SegmentSchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'is no id of 1 to 64 letters, digits, - and _')),
    /** `null` is legal at Quo: the status is not known. */
    status: timelineOf(v.nullable(v.picklist(recordingStatuses))),
    /** Whether the stored bytes still exist. */
    source: v.optional(timelineOf(v.picklist(['kept', 'gone'])), 'kept'),
    link: v.optional(timelineOf(v.picklist(linkKinds)), 'live'),
    /** `null` where the vendor does not know. */
    startedAt: v.optional(v.nullable(InstantSchema), null),
    /** The real length of the sound, in seconds. */
    durationSeconds: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(longestSeconds)), 30),
    /** `false`: the vendor's metadata (duration, size, type, start) is null although the sound has them. */
    metadata: v.optional(v.boolean(), true),
    type: v.optional(v.picklist(mediaTypes), 'audio/mpeg'),
  }),
  v.readonly(),
)
/** One recorded stretch of a call: a call that was paused and resumed has several. */
export type Segment = v.InferOutput<typeof SegmentSchema>

export const ReplySchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
    from: v.pipe(v.string(), v.maxLength(64)),
    body: v.pipe(v.string(), v.maxLength(4096)),
    /** From this instant on the reply is seen. */
    at: InstantSchema,
  }),
  v.readonly(),
)
/** One text message sent in reply to a call. */
export type Reply = v.InferOutput<typeof ReplySchema>

/** Feather's recording policies: `raw` plays once the call is over, `redacted` once it is redacted, `no_audio` never. */
export const policies = ['raw', 'redacted', 'no_audio'] as const
export const redactions = ['pending', 'succeeded', 'failed'] as const

const idText = v.pipe(v.string(), v.minLength(1), v.maxLength(128))

export const CallSchema = v.pipe(
  v.strictObject({
    /** The name the world calls it by, such as `playable`. */
    ref: v.pipe(
      v.string(),
      v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'is no ref of 1 to 64 letters, digits, - and _'),
    ),
    account: v.optional(v.string(), 'default'),
    /** Ids by vendor; those not given are derived from the world's seed and the ref. */
    ids: v.optional(v.pipe(v.record(v.string(), idText), v.readonly()), {}),
    /** Whether any vendor knows the call. */
    known: v.optional(timelineOf(v.boolean()), true),
    /** Whether the public short code leads to it, at vendors that are asked by one. */
    codeValid: v.exactOptional(timelineOf(v.boolean())),
    /** What may be played of it, at vendors that know policies; all of it where left out. */
    policy: v.exactOptional(timelineOf(v.picklist(policies))),
    /** How the redaction pass stands that `redacted` waits for; `pending` where left out. */
    redaction: v.exactOptional(timelineOf(v.picklist(redactions))),
    segments: v.optional(v.pipe(v.array(SegmentSchema), v.maxLength(64), v.readonly()), []),
    replies: v.optional(v.pipe(v.array(ReplySchema), v.maxLength(1000), v.readonly()), []),
  }),
  v.readonly(),
)
/** One call, with its recorded segments (oldest first) and its replies. */
export type Call = v.InferOutput<typeof CallSchema>

/** A value or its timeline: what never changes may be written bare. */
type Bare<T> = T extends Timeline<infer U> ? T | U : T

/** A segment as far as somebody cares to say. */
export type SegmentLayout = Pick<Segment, 'id'> & { readonly [K in keyof Segment]?: Bare<Segment[K]> } & {
  readonly status: Bare<Segment['status']>
}

/** A call as far as somebody cares to say. */
export type CallLayout = {
  readonly [K in Exclude<keyof Call, 'ref' | 'segments'>]?: Bare<Required<Call>[K]>
} & {
  readonly segments?: readonly SegmentLayout[]
}

/**
 * Makes a call from as little as its ref; what is left out takes the schema's defaults.
 * @example call('c1', { segments: [{ id: 's1', status: 'completed' }] })
 */
export const call = (ref: string, layout: CallLayout = {}): Call => v.parse(CallSchema, { ref, ...layout })
