import { operationIds, schemas } from '../../generated/osvi/schemas.ts'
import type { RecordingBodies } from '../../generated/osvi/types.ts'
import type { Instant } from '../world/instant.ts'
import type { Outcome } from '../world/outcome.ts'
import { leadOf } from '../world/view.ts'
import { type Asked, type Decoded, defineVendor, type Encoded, type Refusal, type Said } from './define.ts'
import { uuidFormat } from './id-format.ts'
import { decoded, type Json, listOf, numberOf, objectOf, read, textOf } from './reading.ts'
import { toldRefusal, waitHeaders } from './refusal.ts'

type Recording = RecordingBodies[200]
type MissingCode = RecordingBodies[404]['error']
type Invalid = RecordingBodies[422]
type Failed = RecordingBodies[401]

/** The three bodies in which it refuses; which of them belongs to a status says {@link shapeOf}. */
const bodies = {
  error: (error: string): Failed => ({ success: false, error }),
  details: (error: string) => ({ success: false, error, details: null }),
  errors: (error: string): Invalid => ({ success: false, errors: [error] }),
} as const

const shapeOf = (status: number): keyof typeof bodies => {
  if (status === 404) return 'details'
  return status === 422 || status === 500 ? 'errors' : 'error'
}

/** A refusal in the body of its status, or in another of the three: a list in place of a word breaks the document. */
const refused = (status: number, said: Refusal, error: string, headers = {}): Encoded => {
  const own = shapeOf(status)
  const shape = said.shape === undefined || said.shape === 'detail' ? own : said.shape
  const breaks = (shape === 'errors') !== (own === 'errors')
  return { status, headers, body: bodies[shape](error), ...(breaks ? { breaks: ['body'] } : {}) }
}

const unavailable: MissingCode = 'recording_not_available'
const unknownCall: MissingCode = 'call_not_found'

const encode = (said: Said, { id, now }: Asked): Encoded => {
  switch (said.kind) {
    case 'recording': {
      const grant = leadOf(said.view.segments)?.grant
      if (!grant) return { status: 404, body: bodies.details(unavailable) }
      const body: Recording = {
        success: true,
        data: { call_id: id, recording_url: grant.url, expires_in_seconds: grant.secondsLeft },
      }
      return { status: 200, body }
    }
    case 'unauthorized':
      return refused(401, said, 'Invalid API token')
    case 'forbidden':
      return refused(403, said, 'forbidden')
    case 'invalid-request':
      return refused(422, said, `id ${said.fault.message}`)
    case 'rate-limited':
      return refused(429, said, 'rate_limit_exceeded', waitHeaders(said, now))
    case 'failed':
      return refused(
        said.status,
        said,
        said.status === 500 ? 'internal error' : 'unavailable',
        waitHeaders(said, now),
      )
    case 'method-not-allowed':
      return refused(405, said, 'method_not_allowed')
    case 'not-found':
      return refused(404, said, unknownCall)
    default:
      return { status: 404, body: bodies.details(unknownCall) }
  }
}

const success = (json: Json, now: Instant): Decoded | undefined => {
  const data = objectOf(json.data)
  const url = textOf(data?.recording_url)
  if (json.success !== true || !data || !url)
    return decoded({ kind: 'unknown' }, 'absent', 'unavailable', 'not-found')
  return decoded(ready(url, numberOf(data.expires_in_seconds), now))
}

const ready = (url: string, seconds: number | undefined, now: Instant): Outcome => ({
  kind: 'playable',
  segments: [{ state: 'ready', url, ...(seconds === undefined ? {} : { expiresAt: now + seconds * 1000 }) }],
})

/** OSVI: one recording a call, a link that lives for the seconds told, and one 404 for two meanings. */
export const osvi = defineVendor({
  id: 'osvi',
  name: 'OSVI',
  docs: 'https://docs.osvi.ai',
  origin: 'https://api.osvi.ai',
  credential: { header: 'api-token', defaultKey: 'playhead-osvi-16' },
  operations: [
    { id: operationIds.recording, method: 'GET', path: '/v1/call/{id}/recording', asks: 'recording' },
  ],
  responses: schemas,
  document: async () => (await import('../../generated/osvi/document.ts')).document,
  ids: uuidFormat(),
  // By the URL that its page shows.
  link: { lifetimeSeconds: 900, told: 'relative', storage: 's3' },
  stores: ['video/mp4', 'audio/mp4', 'audio/mpeg'],
  steady: true,
  shows: 'recording',
  assumes: [
    'An unready recording answers 404 recording_not_available, like one that will never come.',
    'Bodies of 403, 405, 422, 429 and 5xx at this route.',
  ],
  encode,
  decode: (answered, now) =>
    read(
      {
        success,
        missing: (json) =>
          json.error === 'recording_not_available'
            ? decoded({ kind: 'absent' }, 'not-found', 'processing')
            : decoded({ kind: 'not-found' }, 'absent'),
        details: (json) => [
          ...listOf(json.errors).map(String),
          ...listOf([json.error]).flatMap((error) => textOf(error) ?? []),
        ],
      },
      answered,
      now,
    ),
  tells: (said, now) => {
    if (said.kind === 'replies') return { kind: 'unknown' }
    if (said.kind !== 'recording')
      return toldRefusal(said, now, {
        details: said.kind === 'invalid-request' ? [`id ${said.fault.message}`] : [],
      })
    const grant = leadOf(said.view.segments)?.grant
    return grant ? ready(grant.url, grant.secondsLeft, now) : { kind: 'absent' }
  },
})
