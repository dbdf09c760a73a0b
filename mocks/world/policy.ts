import type { Instant } from './instant.ts'
import type { Call } from './recording.ts'
import { valueAt } from './timeline.ts'

/** What a call's policy lets be played: all, nothing yet, nothing since redacting failed, nothing ever. */
export type Playback = 'open' | 'redacting' | 'redaction-failed' | 'no-audio'

const redacted = { pending: 'redacting', failed: 'redaction-failed', succeeded: 'open' } as const

/** What may be played of a call at an instant, at a vendor that knows policies. */
export const playbackAt = ({ policy, redaction }: Call, now: Instant): Playback => {
  const stands = policy ? valueAt(policy, now) : 'raw'
  if (stands === 'raw') return 'open'
  if (stands === 'no_audio') return 'no-audio'
  return redacted[redaction ? valueAt(redaction, now) : 'pending']
}
