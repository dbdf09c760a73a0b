import * as v from 'valibot'
import { known, type Reader, segmentOf, text } from './reader.ts'

const Playback = v.object({
  url: known(text),
  expires_in: known(v.number()),
  duration_ms: known(v.number()),
})

/** Feather: a URL or null, beside a status whose words no page tells. @see specs/feather/source.md */
export const feather: Reader = {
  recordingPath: (id) => `/v1/voice/recordings/${id}/playback-url`,
  read: (json, { askedAt }) => {
    const read = v.safeParse(Playback, json)
    if (!read.success) return undefined
    const { url, expires_in: seconds, duration_ms: ms } = read.output
    if (url === undefined) return { kind: 'unknown' }
    return [
      segmentOf({
        state: 'ready',
        url,
        expiresAt: seconds === undefined ? undefined : askedAt + seconds * 1000,
        durationSeconds: ms === undefined ? undefined : ms / 1000,
      }),
    ]
  },
}
