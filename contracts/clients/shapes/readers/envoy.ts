import * as v from 'valibot'
import { instant, known, type Reader, segmentOf, text } from './reader.ts'

const Recording = v.object({
  url: known(text),
  content_type: known(text),
  expires_at: known(instant),
  duration_seconds: known(v.number()),
  recording_start_time: known(instant),
})

/** Envoy: a flat object whose URL ends at an instant of the vendor's clock. @see specs/envoy/source.txt */
export const envoy: Reader = {
  recordingPath: (id) => `/api/v1/calls/${id}/recording`,
  read: (json, { aheadMs }) => {
    const read = v.safeParse(Recording, json)
    if (!read.success) return undefined
    const { url, content_type: contentType, expires_at: end } = read.output
    if (url === undefined) return { kind: 'unknown' }
    return [
      segmentOf({
        state: 'ready',
        url,
        contentType,
        expiresAt: end === undefined ? undefined : end - aheadMs,
        durationSeconds: read.output.duration_seconds,
        startedAt: read.output.recording_start_time,
      }),
    ]
  },
  // Its page has one 404 and says no more of it: there is no recording to be had.
  readMissing: () => ({ kind: 'absent' }),
}
