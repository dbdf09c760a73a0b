import type { Instant } from '../world/instant.ts'
import type { Call, Segment } from '../world/recording.ts'
import { changesOf, valueAt } from '../world/timeline.ts'

/** What one recording is at an instant, in the few words that a picture has room for. */
export const recordingStates = [
  'in-progress',
  'processing',
  'ready',
  'arrives-dead',
  'failed',
  'deleted',
  'gone',
  'absent',
  'unknown',
] as const
export type RecordingState = (typeof recordingStates)[number]

/** A stretch of time in which a recording is the same; `null` is for ever, on either side. */
export interface Span {
  readonly from: Instant | null
  readonly to: Instant | null
  readonly state: RecordingState
}

const words = {
  absent: 'absent',
  deleted: 'deleted',
  failed: 'failed',
  'in-progress': 'in-progress',
  paused: 'in-progress',
  stopped: 'in-progress',
  stopping: 'in-progress',
  processing: 'processing',
} as const

/** What a segment of a call is at an instant, as its own world tells it: a vendor may give it up earlier. */
export const stateAt = (call: Call, segment: Segment, now: Instant): RecordingState => {
  if (!valueAt(call.known, now)) return 'unknown'
  const status = valueAt(segment.status, now)
  if (status !== null && status !== 'completed') return words[status]
  if (valueAt(segment.source, now) === 'gone' && valueAt(segment.link, now) !== 'arrives-dead') return 'gone'
  return valueAt(segment.link, now) === 'live' || valueAt(segment.link, now) === 'dies-early'
    ? 'ready'
    : 'arrives-dead'
}

/** What a segment is over all time, in order; neighbours differ. */
export const spansOf = (call: Call, segment: Segment): readonly Span[] => {
  const changes = [call.known, segment.status, segment.source, segment.link]
    .flatMap((one) => changesOf(one))
    .toSorted((a, b) => a - b)
  const spans: Span[] = [{ from: null, to: null, state: stateAt(call, segment, (changes[0] ?? 1) - 1) }]
  for (const at of changes) {
    const last = spans.at(-1)
    const state = stateAt(call, segment, at)
    if (!last || last.state === state) continue
    spans.splice(-1, 1, { ...last, to: at }, { from: at, to: null, state })
  }
  return spans
}
