import type { CallView, SegmentView } from '../world/view.ts'

/** What stands in for a recording that may not be played: something that may come, that failed, that never was. */
const blocked = { redacting: 'processing', 'redaction-failed': 'failed', 'no-audio': 'absent' } as const

/** The status of a segment that its call's policy blocks; one that is not ready stays what it is, unless it has no sound. */
const statusOf = (
  { status }: SegmentView,
  playback: Exclude<CallView['playback'], 'open'>,
): SegmentView['status'] =>
  playback === 'no-audio' || status === 'completed' || status === null ? blocked[playback] : status

/**
 * The segments of a call as Feather's recording policies let them be seen: "Playback is blocked until the redaction pass
 * succeeds", and without audio for good.
 * @see https://doc.featherhq.com
 */
export const underPolicy = ({ segments, playback }: CallView): readonly SegmentView[] =>
  playback === 'open'
    ? segments
    : segments.map((segment) => ({ ...segment, grant: undefined, status: statusOf(segment, playback) }))
