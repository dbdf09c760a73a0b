import type { Outcome, OutcomeSegment } from '../../mocks/world/outcome.ts'
import { correct } from './correct.ts'
import type { Policy } from './policy.ts'

/** Reads as the reference does, then makes something else of it. */
export const rereading = (change: (outcome: Outcome) => Outcome): Partial<Policy> => ({
  read: (vendor, answered, now) => change(correct.read(vendor, answered, now)),
})

/** Reads as the reference does, then makes something else of each segment of what plays. */
export const resegmenting = (
  change: (segments: readonly OutcomeSegment[]) => readonly OutcomeSegment[],
): Partial<Policy> =>
  rereading((outcome) =>
    outcome.kind === 'playable' ? { ...outcome, segments: change(outcome.segments) } : outcome,
  )
