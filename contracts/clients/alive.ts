import type { Instant } from '../../mocks/world/instant.ts'
import { fold, type Outcome, type OutcomeSegment } from '../../mocks/world/outcome.ts'

const expired = ({ url: _, expiresAt: __, ...segment }: OutcomeSegment): OutcomeSegment => ({
  ...segment,
  state: 'expired',
})

/** An outcome without the URLs that have died by now. */
export const aliveAt = (outcome: Outcome, now: Instant): Outcome =>
  outcome.kind !== 'playable' || !outcome.segments.some(({ expiresAt = now + 1 }) => expiresAt <= now)
    ? outcome
    : fold(
        outcome.segments.map((segment) =>
          segment.expiresAt !== undefined && segment.expiresAt <= now ? expired(segment) : segment,
        ),
      )

/** An outcome whose ends were read by a clock so many milliseconds ahead, by the client's own. */
export const byClockAhead = (outcome: Outcome, aheadMs: number): Outcome =>
  outcome.kind !== 'playable' || aheadMs === 0
    ? outcome
    : {
        ...outcome,
        segments: outcome.segments.map((segment) =>
          segment.expiresAt === undefined ? segment : { ...segment, expiresAt: segment.expiresAt - aheadMs },
        ),
      }
