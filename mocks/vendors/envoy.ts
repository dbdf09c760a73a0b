import { operationIds, schemas } from '../../generated/envoy/schemas.ts'
import type { RecordingBodies } from '../../generated/envoy/types.ts'
import type { Grant } from '../world/grant.ts'
import { fromIso, type Instant, toIsoSeconds } from '../world/instant.ts'
import type { Outcome, OutcomeSegment } from '../world/outcome.ts'
import { leadOf, type SegmentView } from '../world/view.ts'
import { type Asked, type Decoded, defineVendor, type Encoded, type Said } from './define.ts'
import { fastApiDetails } from './fast-api.ts'
import { uuidFormat } from './id-format.ts'
import { decoded, type Json, numberOf, optional, read, textOf } from './reading.ts'
import { toldRefusal, waitHeaders } from './refusal.ts'

type Recording = RecordingBodies[200]
type Failure = RecordingBodies[404]
type Invalid = RecordingBodies[422]

const failure = (detail: string): Failure => ({ detail })

/** Only "AVAILABLE" is published; the others follow its style. */
const wordOf = (status: SegmentView['status']): string => {
  if (typeof status === 'object' && status !== null) return status.undocumented
  return status === 'completed' ? 'AVAILABLE' : 'UNKNOWN'
}

/** The end that is told: the link's own, or where it has none, that of the lifetime which is told anyway. */
const toldEnd = ({ until, secondsLeft }: Grant, now: Instant): Instant =>
  until ?? Math.floor(now / 1000 + secondsLeft) * 1000

const encode = (said: Said, { id, now }: Asked): Encoded => {
  switch (said.kind) {
    case 'recording': {
      const lead = leadOf(said.view.segments)
      if (!lead?.grant) return { status: 404, body: failure('Recording not found') }
      const body: Recording = {
        // Asked for in capitals or not: the document knows ids in lower case only.
        call_id: id.toLowerCase(),
        url: lead.grant.url,
        // The one field that may not be null by the page, although what it says may be unknown.
        content_type: lead.type ?? 'audio/mp4',
        expires_at: toIsoSeconds(toldEnd(lead.grant, now)),
        recording_status: wordOf(lead.status),
        duration_seconds: lead.durationSeconds,
        file_size_bytes: lead.bytes,
        recording_start_time: lead.startedAt === null ? null : toIsoSeconds(lead.startedAt),
      }
      return { status: 200, body }
    }
    case 'unauthorized':
      return { status: 401, body: failure('Invalid authentication credentials') }
    case 'forbidden':
      return { status: 403, body: failure('Forbidden') }
    case 'invalid-request': {
      if (said.shape === 'detail') return { status: 422, body: failure(said.fault.message), breaks: ['body'] }
      const body: Invalid = {
        detail: [{ type: said.fault.type, loc: ['path', 'call_id'], msg: said.fault.message }],
      }
      return { status: 422, body }
    }
    case 'rate-limited':
      return { status: 429, headers: waitHeaders(said, now), body: failure('Too many requests') }
    case 'failed':
      return { status: said.status, headers: waitHeaders(said, now), body: failure('Internal server error') }
    case 'method-not-allowed':
      return { status: 405, headers: { allow: 'GET' }, body: failure('Method Not Allowed') }
    default:
      return { status: 404, body: failure('Call not found') }
  }
}

const ready = (
  segment: Omit<OutcomeSegment, 'state'>,
  expiresAt: Instant | undefined,
  now: Instant,
): Outcome =>
  expiresAt !== undefined && expiresAt <= now
    ? { kind: 'expired' }
    : { kind: 'playable', segments: [{ ...segment, state: 'ready' }] }

const success = (json: Json, now: Instant): Decoded | undefined => {
  const url = textOf(json.url)
  if (!url) return decoded({ kind: 'unknown' }, 'absent', 'processing', 'expired', 'unavailable')
  const expiresAt = fromIso(textOf(json.expires_at) ?? '')
  const startedAt = fromIso(textOf(json.recording_start_time) ?? '')
  const durationSeconds = numberOf(json.duration_seconds)
  const contentType = textOf(json.content_type)
  const segment = optional<OutcomeSegment>({
    url,
    expiresAt,
    durationSeconds,
    contentType,
    startedAt,
  } as OutcomeSegment)
  const outcome = ready(segment, expiresAt, now)
  if (outcome.kind === 'expired') return decoded(outcome, 'unavailable', 'unknown')
  return json.recording_status === 'AVAILABLE' ? decoded(outcome) : decoded(outcome, 'unknown')
}

/** Envoy: one recording a call, a link with an absolute end, and 404 for everything that is not ready. */
export const envoy = defineVendor({
  id: 'envoy',
  name: 'Envoy',
  docs: 'https://docs.tryenvoy.ai',
  origin: 'https://tryenvoy.ai',
  credential: {
    header: 'authorization',
    scheme: 'Bearer',
    organization: 'x-organization-id',
    defaultKey: 'playhead-envoy',
  },
  operations: [
    {
      id: operationIds.recording,
      method: 'GET',
      path: '/api/v1/calls/{call_id}/recording',
      asks: 'recording',
    },
  ],
  responses: schemas,
  document: async () => (await import('../../generated/envoy/document.ts')).document,
  ids: uuidFormat('call_'),
  link: { lifetimeSeconds: 3600, told: 'absolute' },
  stores: ['audio/mp4', 'video/mp4'],
  steady: true,
  shows: 'recording',
  assumes: [
    'A recording that is not ready, or never will be, answers 404.',
    'Every word of recording_status but AVAILABLE.',
    'Bodies of all errors: a detail, as FastAPI writes it.',
    'An X-Organization-ID that is not one of the account’s own is refused with 403.',
    'Links are signed as S3 signs them and live for an hour.',
  ],
  encode,
  decode: (answered, now) =>
    read(
      {
        success,
        missing: () => decoded({ kind: 'not-found' }, 'absent', 'processing'),
        details: fastApiDetails,
      },
      answered,
      now,
    ),
  tells: (said, now) => {
    if (said.kind === 'replies') return { kind: 'unknown' }
    if (said.kind !== 'recording')
      return toldRefusal(said, now, { details: said.kind === 'invalid-request' ? [said.fault.message] : [] })
    const lead = leadOf(said.view.segments)
    if (!lead?.grant) return { kind: 'not-found' }
    const { grant, durationSeconds, startedAt, type } = lead
    const expiresAt = toldEnd(grant, now)
    return ready(
      optional<OutcomeSegment>({
        url: grant.url,
        expiresAt,
        durationSeconds: durationSeconds ?? undefined,
        contentType: type ?? 'audio/mp4',
        startedAt: startedAt === null ? undefined : Math.floor(startedAt / 1000) * 1000,
      } as OutcomeSegment),
      expiresAt,
      now,
    )
  },
})
