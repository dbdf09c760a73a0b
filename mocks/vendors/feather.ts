import { operationIds, schemas } from '../../generated/feather/schemas.ts'
import type { RecordingBodies } from '../../generated/feather/types.ts'
import type { Instant } from '../world/instant.ts'
import type { Outcome, OutcomeSegment } from '../world/outcome.ts'
import { leadOf, pending, type SegmentView } from '../world/view.ts'
import {
  type Asked,
  type Decoded,
  defineVendor,
  type Encoded,
  type IdFault,
  type Said,
  type Wait,
} from './define.ts'
import { fastApiDetails } from './fast-api.ts'
import { underPolicy } from './feather-policy.ts'
import { uuidFormat } from './id-format.ts'
import {
  decoded,
  type Json,
  listOf,
  noPromise,
  numberOf,
  objectOf,
  optional,
  read,
  textOf,
} from './reading.ts'
import { toldRefusal, waitHeaders } from './refusal.ts'

type Playback = RecordingBodies[200]
type Refused = RecordingBodies[401]
type Invalid = RecordingBodies[422]

const failure = (error: string, message: string, wait?: Wait): Refused => ({
  error,
  message,
  ...(wait?.told === 'body' && wait.retryAfterSeconds !== undefined
    ? { retryable: true, retry_after: wait.retryAfterSeconds }
    : {}),
})

/** A refusal in the one text that FastAPI writes where nobody wrote more; only for two statuses the document has it. */
const bare = ({ status, headers = {}, body }: Encoded): Encoded => {
  const { detail, message } = body as { detail?: unknown; message?: unknown }
  const [found] = listOf(detail)
  const text = textOf(detail) ?? textOf(message) ?? textOf(objectOf(found)?.msg) ?? 'Bad Request'
  return {
    status,
    headers,
    body: { detail: text },
    ...(status === 405 || status === 422 ? {} : { breaks: ['body'] }),
  }
}

/** No word of the vocabulary is published; these are ours. */
const wordOf = (status: SegmentView['status'], playable: boolean): string => {
  if (status === null) return 'unknown'
  if (typeof status === 'object') return status.undocumented
  if (pending.has(status)) return 'processing'
  return status === 'completed' ? (playable ? 'ready' : 'unavailable') : status
}

const states = new Set(['processing', 'absent', 'deleted', 'failed'])
type PlainState = 'processing' | 'absent' | 'deleted' | 'failed'

const encode = (said: Said, asked: Asked): Encoded => {
  const usual = encodeUsual(said, asked)
  return said.kind !== 'recording' && said.kind !== 'replies' && said.shape === 'detail' ? bare(usual) : usual
}

const encodeUsual = (said: Said, { now }: Asked): Encoded => {
  switch (said.kind) {
    case 'recording': {
      const lead = leadOf(underPolicy(said.view))
      const body: Playback = {
        url: lead?.grant?.url ?? null,
        expires_in: lead?.grant?.secondsLeft ?? 0,
        duration_ms: lead && lead.durationSeconds !== null ? Math.round(lead.durationSeconds * 1000) : null,
        bytes: lead?.bytes ?? null,
        status: lead ? wordOf(lead.status, lead.grant !== undefined) : 'absent',
      }
      return { status: 200, body }
    }
    case 'unauthorized':
      return {
        status: 401,
        body: failure(
          'authentication_required',
          'No valid API key was provided. Pass your key in the x-api-key header.',
        ),
      }
    case 'forbidden':
      return { status: 403, body: failure('forbidden', 'This key may not read recordings.') }
    case 'invalid-request':
      return { status: 422, body: { detail: [finding(said.fault, said.value)] } satisfies Invalid }
    case 'rate-limited':
      return {
        status: 429,
        headers: waitHeaders(said, now),
        body: failure('rate_limited', 'Organization rate limit exceeded. Retry after a short delay.', said),
      }
    case 'failed':
      return {
        status: said.status,
        headers: waitHeaders(said, now),
        body: failure('internal_error', 'Something went wrong.', said),
      }
    case 'method-not-allowed':
      return { status: 405, headers: { allow: 'GET' }, body: { detail: 'Method Not Allowed' } }
    default:
      return { status: 404, body: failure('not_found', 'Recording not found.') }
  }
}

const finding = ({ type, message, context }: IdFault, input: string) => ({
  type,
  loc: ['path', 'recording_id'],
  msg: message,
  input,
  ...(context ? { ctx: context } : {}),
})

const ready = (url: string, seconds: number | undefined, ms: number | undefined, now: Instant): Outcome => ({
  kind: 'playable',
  segments: [
    {
      state: 'ready',
      ...optional<OutcomeSegment>({
        state: 'ready',
        url,
        expiresAt: seconds === undefined ? undefined : now + seconds * 1000,
        durationSeconds: ms === undefined ? undefined : ms / 1000,
      } as OutcomeSegment),
    },
  ],
})

const success = (json: Json, now: Instant): Decoded | undefined => {
  const url = textOf(json.url)
  const status = textOf(json.status)
  if (url) return decoded(ready(url, numberOf(json.expires_in), numberOf(json.duration_ms), now), 'unknown')
  if (status !== undefined && states.has(status)) return decoded({ kind: status as PlainState }, ...noPromise)
  return decoded({ kind: 'unknown' }, ...noPromise)
}

const ids = uuidFormat()

/** Feather: asked by recording, always 200 for a known one, with a URL or without, and durations in milliseconds. */
export const feather = defineVendor({
  id: 'feather',
  name: 'Feather',
  docs: 'https://doc.featherhq.com',
  origin: 'https://api-sandbox.featherhq.com',
  credential: { header: 'x-api-key', defaultKey: 'playhead-feather' },
  operations: [
    {
      id: operationIds.recording,
      method: 'GET',
      path: '/v1/voice/recordings/{recording_id}/playback-url',
      asks: 'recording',
    },
  ],
  responses: schemas,
  document: async () => (await import('../../generated/feather/document.ts')).document,
  ids: {
    ...ids,
    // FastAPI reads UUIDs as pydantic does: with dashes or without, and as urn:uuid:.
    canonical: (id) => plainUuid(id)?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') ?? id,
    faultOf: (id) => (plainUuid(id) === undefined ? pydanticFault(id) : undefined),
  },
  link: { lifetimeSeconds: 900, told: 'relative' },
  methodFirst: true,
  rateLimit: { limit: 6000, windowMs: 60_000, per: 'account' },
  stores: ['audio/mpeg', 'audio/mp4', 'video/mp4'],
  steady: true,
  shows: 'recording',
  assumes: [
    'The words of status: ready, processing, absent, deleted, failed, unavailable, unknown.',
    'An unknown id answers 404; bodies of 403, 404 and 5xx.',
    'What a policy blocks is `processing` until it is redacted, `failed` where that failed, `absent` without audio.',
    'A path that it does not know answers as FastAPI does by itself; so it is in the profile `live`.',
    'Links are signed as S3 signs them and live for fifteen minutes.',
  ],
  encode,
  unrouted: (profile) => (profile === 'live' ? { status: 404, body: { detail: 'Not Found' } } : undefined),
  decode: (answered, now) => read({ success, details: fastApiDetails }, answered, now),
  tells: (said, now) => {
    if (said.kind === 'replies') return { kind: 'unknown' }
    if (said.kind !== 'recording') {
      const details = said.kind === 'invalid-request' ? [said.fault.message] : []
      const inBody = said.kind === 'rate-limited' && said.told === 'body' && said.shape !== 'detail'
      return toldRefusal(said, now, {
        details,
        retryAfterSeconds: inBody ? said.retryAfterSeconds : undefined,
      })
    }
    const lead = leadOf(underPolicy(said.view))
    if (!lead) return { kind: 'absent' }
    if (lead.grant)
      return ready(
        lead.grant.url,
        lead.grant.secondsLeft,
        lead.durationSeconds === null ? undefined : Math.round(lead.durationSeconds * 1000),
        now,
      )
    if (typeof lead.status !== 'string' || lead.status === 'completed') return { kind: 'unknown' }
    return { kind: pending.has(lead.status) ? 'processing' : (lead.status as PlainState) }
  },
})

/** The 32 digits of a UUID in any spelling pydantic takes. */
const plainUuid = (id: string): string | undefined => {
  const bare = id
    .toLowerCase()
    .replace(/^urn:uuid:/, '')
    .replace(/^\{(.*)\}$/, '$1')
  const dashed = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(bare)
  return dashed || /^[0-9a-f]{32}$/.test(bare) ? bare.replaceAll('-', '') : undefined
}

/** FastAPI 0.142 with pydantic 2.13, as measured: the text names the first character that does not fit. */
const pydanticFault = (id: string): IdFault => {
  const at = [...id].findIndex((character) => !/[0-9a-f-]/i.test(character))
  const found = [...id][at]
  const error =
    found === undefined
      ? `invalid length: expected length 32 for simple format, found ${id.replaceAll('-', '').length}`
      : `invalid character: found \`${found}\` at ${at + 1}`
  return { type: 'uuid_parsing', message: `Input should be a valid UUID, ${error}`, context: { error } }
}
