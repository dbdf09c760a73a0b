/**
 * The public entry `playhead/world`: making, reading and checking worlds. It runs anywhere.
 * @module
 */
export type { Account, Key, KeyState } from './account.ts'
export type { Disturbance, Effect } from './disturbance.ts'
export { formatDuration, parseDuration } from './duration.ts'
export { PlayheadError } from './error.ts'
export { type Instant, parseInstant, toIso } from './instant.ts'
export type { Outcome, OutcomeKind, OutcomeSegment, RepliesOutcome } from './outcome.ts'
export type { Population } from './population.ts'
export {
  type Call,
  type CallLayout,
  call,
  type LinkKind,
  type MediaType,
  type Reply,
  type Segment,
  type SegmentLayout,
} from './recording.ts'
export type { RecordingStatus } from './recording-status.ts'
export type { StorageId } from './storage-id.ts'
export { always, type Timeline, timeline, valueAt } from './timeline.ts'
export { type LimitTelling, type Profile, parseWorld, type World } from './world.ts'
