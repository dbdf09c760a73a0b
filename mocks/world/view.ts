import type { Grant } from './grant.ts'
import type { Instant } from './instant.ts'
import { type Playback, playbackAt } from './policy.ts'
import type { Call, MediaType, Reply, Segment } from './recording.ts'
import type { RecordingStatus } from './recording-status.ts'
import { repliesAt } from './replies-at.ts'
import { valueAt } from './timeline.ts'

/** One segment as it is at an instant. */
export interface SegmentView {
  readonly id: string
  /** One of the nine, `null` where it is not known, or a word no document has where a disturbance says so. */
  readonly status: RecordingStatus | null | { readonly undocumented: string }
  readonly grant: Grant | undefined
  readonly source: 'kept' | 'gone'
  readonly startedAt: Instant | null
  readonly durationSeconds: number | null
  readonly bytes: number | null
  readonly type: MediaType | null
}

/** One call as it is at an instant: what every vendor's answer is made from. */
export interface CallView {
  readonly ref: string
  /** What its policy lets be played; vendors without policies do not look at it. */
  readonly playback: Playback
  readonly segments: readonly SegmentView[]
  readonly replies: readonly Reply[]
}

/** Makes the link of a segment at an instant, or none; sizes are a matter of storage as well. */
export interface Minting {
  mint(call: Call, segment: Segment, now: Instant): Grant | undefined
  bytesOf(call: Call, segment: Segment): number
  typeOf(segment: Segment): MediaType
  /** Whether the stored bytes exist at this vendor. */
  sourceAt(segment: Segment, now: Instant): SegmentView['source']
}

/** Statuses under which a link can be given and the object read; the other eight have neither. */
export const linkable: ReadonlySet<RecordingStatus | null> = new Set<RecordingStatus | null>([
  'completed',
  null,
])

/** Whether the sound is finished, so that its length and size are known. */
const finished = new Set<RecordingStatus | null>(['completed', 'deleted', null])

/** What a call is at an instant. */
export const viewOf = (call: Call, now: Instant, minting: Minting): CallView => ({
  ref: call.ref,
  playback: playbackAt(call, now),
  replies: repliesAt(call.replies, now),
  segments: call.segments.map((segment): SegmentView => {
    const status = valueAt(segment.status, now)
    const told = segment.metadata && finished.has(status)
    return {
      id: segment.id,
      status,
      source: minting.sourceAt(segment, now),
      grant: linkable.has(status) ? minting.mint(call, segment, now) : undefined,
      startedAt: segment.metadata ? segment.startedAt : null,
      durationSeconds: told ? segment.durationSeconds : null,
      bytes: told ? minting.bytesOf(call, segment) : null,
      type: segment.metadata ? minting.typeOf(segment) : null,
    }
  }),
})

/**
 * The segment a vendor that shows only one recording of a call answers about: the first that plays, else the first that
 * may still come, else the last.
 */
export const leadOf = (segments: readonly SegmentView[]): SegmentView | undefined =>
  segments.find(({ grant }) => grant !== undefined) ??
  segments.find(({ status }) => typeof status === 'string' && pending.has(status)) ??
  segments.at(-1)

/** Statuses after which a recording may still come. */
export const pending: ReadonlySet<RecordingStatus> = new Set<RecordingStatus>([
  'in-progress',
  'paused',
  'processing',
  'stopped',
  'stopping',
])
