import * as v from 'valibot'
import { known, type Reader, segmentOf, text } from './reader.ts'

const Found = v.object({
  success: v.literal(true),
  data: v.object({ recording_url: text, expires_in_seconds: known(v.number()) }),
})

const NotAvailable = v.object({ error: v.literal('recording_not_available') })

/** OSVI: "a short-lived presigned URL", and one 404 for two meanings. @see specs/osvi/source.md */
export const osvi: Reader = {
  recordingPath: (id) => `/v1/call/${id}/recording`,
  read: (json, { askedAt }) => {
    const found = v.safeParse(Found, json)
    // Nothing of a 200 is required, so one without a URL is no breach of the page, and no recording either.
    if (!found.success) return v.is(v.looseObject({}), json) ? { kind: 'unknown' } : undefined
    const { recording_url: url, expires_in_seconds: seconds } = found.output.data
    const expiresAt = seconds === undefined ? undefined : askedAt + seconds * 1000
    return [segmentOf({ state: 'ready', url, expiresAt })]
  },
  readMissing: (json) => ({ kind: v.is(NotAvailable, json) ? 'absent' : 'not-found' }),
}
