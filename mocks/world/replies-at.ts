import type { Instant } from './instant.ts'
import type { Reply } from './recording.ts'

/** The replies that have arrived by now, oldest first. */
export const repliesAt = (replies: readonly Reply[], now: Instant): readonly Reply[] =>
  replies.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at)
