import { known, numberIn, objectIn, textIn } from './fields.ts'
import type { Reader } from './reader.ts'

/** OSVI: a link that lives for some minutes, and one 404 for two meanings. */
export const osvi: Reader = {
  recordingPath: (id) => `/v1/call/${id}/recording`,
  readRecording: ({ json, askedAt }) => {
    const answer = objectIn(json)
    const data = objectIn(answer?.data)
    const url = textIn(data?.recording_url)
    if (answer?.success !== true || url === undefined) return answer && { kind: 'unknown' }
    const seconds = numberIn(data?.expires_in_seconds)
    const expiresAt = seconds === undefined ? undefined : askedAt + seconds * 1000
    // The answer may have been so late that the link has died meanwhile.
    if (expiresAt !== undefined && expiresAt <= Date.now())
      return { kind: 'expired', segments: [{ state: 'expired' }] }
    return { kind: 'playable', segments: [known({ state: 'ready', url, expiresAt } as const)] }
  },
  readMissing: (json) => ({
    kind: objectIn(json)?.error === 'recording_not_available' ? 'absent' : 'not-found',
  }),
}
