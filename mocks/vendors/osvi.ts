import { operationIds, schemas } from '../../generated/osvi/schemas.ts'
import type { RecordingBodies } from '../../generated/osvi/types.ts'
import type { Instant } from '../world/instant.ts'
import type { Outcome } from '../world/outcome.ts'
import { leadOf } from '../world/view.ts'
import { type Asked, type Decoded, defineVendor, type Encoded, type Said } from './define.ts'
import { uuidFormat } from './id-format.ts'
import { decoded, type Json, listOf, numberOf, objectOf, read, textOf } from './reading.ts'
import { toldRefusal, waitHeaders } from './refusal.ts'

type Recording = RecordingBodies[200]
type Missing = RecordingBodies[404]
type Invalid = RecordingBodies[422]
type Failed = RecordingBodies[401]

const failed = (error: string): Failed => ({ success: false, error })
const missing = (error: Missing['error']): Missing => ({ success: false, error, details: null })
const invalid = (...errors: string[]): Invalid => ({ success: false, errors })

const encode = (said: Said, { id, now }: Asked): Encoded => {
  switch (said.kind) {
    case 'recording': {
      const grant = leadOf(said.view.segments)?.grant
      if (!grant) return { status: 404, body: missing('recording_not_available') }
      const body: Recording = {
        success: true,
        data: { call_id: id, recording_url: grant.url, expires_in_seconds: grant.secondsLeft },
      }
      return { status: 200, body }
    }
    case 'unauthorized':
      return { status: 401, body: failed('Invalid API token') }
    case 'forbidden':
      return { status: 403, body: failed('forbidden') }
    case 'invalid-request':
      return { status: 422, body: invalid(`id ${said.fault.message}`) }
    case 'rate-limited':
      return { status: 429, headers: waitHeaders(said, now), body: failed('rate_limit_exceeded') }
    case 'failed':
      return {
        status: said.status,
        headers: waitHeaders(said, now),
        body: said.status === 500 ? invalid('internal error') : failed('unavailable'),
      }
    case 'method-not-allowed':
      return { status: 405, body: failed('method_not_allowed') }
    default:
      return { status: 404, body: missing('call_not_found') }
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
  ids: uuidFormat(),
  link: { lifetimeSeconds: 900, told: 'relative' },
  stores: ['video/mp4', 'audio/mp4', 'audio/mpeg'],
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
