import { operationIds, schemas } from '../../generated/voqo/schemas.ts'
import type { RecordingBodies, RepliesBodies } from '../../generated/voqo/types.ts'
import { fromIso, toIso } from '../world/instant.ts'
import type { Outcome, OutcomeReply, OutcomeSegment, RepliesOutcome } from '../world/outcome.ts'
import { leadOf, type SegmentView } from '../world/view.ts'
import { type Answered, type Asked, type Decoded, defineVendor, type Encoded, type Said } from './define.ts'
import { shortCodeFormat } from './id-format.ts'
import {
  decoded,
  type Json,
  jsonOf,
  noPromise,
  numberOf,
  objectOf,
  optional,
  read,
  textOf,
} from './reading.ts'
import { toldRefusal, waitHeaders } from './refusal.ts'

type Recording = RecordingBodies[200]
type Replies = RepliesBodies[200]
type Missing = RecordingBodies[404]

/** The one error shape; its constants differ by status. */
const failure = (code: string, message: string) => ({ error: { code, message } })

const missing: Missing = { error: { code: 'not_found', message: 'No recording has this short code' } }

/** The source plays only while it exists: Voqo looks before it hands out a URL. */
const playing = (lead: SegmentView | undefined) => (lead?.source === 'kept' ? lead.grant : undefined)

const encode = (said: Said, { id, now }: Asked): Encoded => {
  switch (said.kind) {
    case 'recording': {
      const lead = leadOf(said.view.segments)
      const grant = playing(lead)
      const body: Recording = {
        shortCode: id,
        recording: {
          ...(grant
            ? { status: 'available' as const, url: grant.url }
            : { status: 'unavailable' as const, url: null }),
          contentType: lead?.type ?? null,
          durationSeconds: lead?.durationSeconds ?? null,
          startedAt: lead && lead.startedAt !== null ? toIso(lead.startedAt) : null,
        },
      }
      return { status: 200, body }
    }
    case 'replies': {
      const body: Replies = {
        shortCode: id,
        replies: said.replies.map((reply) => ({
          id: reply.id,
          from: reply.from,
          body: reply.body,
          receivedAt: toIso(reply.at),
        })),
      }
      return { status: 200, body }
    }
    case 'rate-limited':
      return {
        status: 429,
        headers: waitHeaders(said, now),
        body: failure('rate_limited', 'Too many requests'),
      }
    case 'failed':
      return {
        status: said.status,
        headers: waitHeaders(said, now),
        body: failure('unavailable', 'Please try again later'),
      }
    case 'method-not-allowed':
      return {
        status: 405,
        headers: { allow: 'GET' },
        body: failure('method_not_allowed', 'Only GET is served here'),
      }
    default:
      return { status: 404, body: missing }
  }
}

const ready = (segment: Omit<OutcomeSegment, 'state'>): Outcome => ({
  kind: 'playable',
  segments: [{ state: 'ready', ...segment }],
})

const success = (json: Json): Decoded | undefined => {
  const recording = objectOf(json.recording)
  if (!recording) return undefined
  const url = textOf(recording.url)
  if (!url) return decoded({ kind: 'expired' }, ...noPromise)
  const startedAt = fromIso(textOf(recording.startedAt) ?? '')
  const durationSeconds = numberOf(recording.durationSeconds)
  const contentType = textOf(recording.contentType)
  const outcome = ready(optional({ url, durationSeconds, contentType, startedAt }))
  return recording.status === 'available' ? decoded(outcome) : decoded(outcome, 'unknown', 'expired')
}

const replyOf = (value: unknown): readonly OutcomeReply[] => {
  const reply = objectOf(value)
  const receivedAt = fromIso(textOf(reply?.receivedAt) ?? '')
  const id = textOf(reply?.id)
  const from = textOf(reply?.from)
  const body = reply?.body
  return id !== undefined && from !== undefined && typeof body === 'string' && receivedAt !== undefined
    ? [{ id, from, body, receivedAt }]
    : []
}

const decodeReplies = (answered: Answered, now: number): Decoded<RepliesOutcome> => {
  const json = objectOf(jsonOf(answered.body))
  if (answered.status === 200 && Array.isArray(json?.replies))
    return { outcome: { kind: 'replies', replies: json.replies.flatMap(replyOf) }, fair: [] }
  const { outcome, fair } = read({ success: () => undefined, details: () => [] }, answered, now)
  return { outcome: outcome.kind === 'playable' ? { kind: 'unknown' } : outcome, fair }
}

/** Voqo: a public short code, a recording whose source may be gone, and replies that outlive it. */
export const voqo = defineVendor({
  id: 'voqo',
  name: 'Voqo',
  docs: 'https://docs.voqo.ai',
  origin: 'https://api.voqo.ai',
  operations: [
    { id: operationIds.recording, method: 'GET', path: '/public/recordings/{shortCode}', asks: 'recording' },
    {
      id: operationIds.replies,
      method: 'GET',
      path: '/public/recordings/{shortCode}/replies',
      asks: 'replies',
    },
  ],
  responses: schemas,
  document: async () => (await import('../../generated/voqo/document.ts')).document,
  ids: shortCodeFormat,
  link: { lifetimeSeconds: 3600, told: 'untold' },
  keepsMonths: 6,
  stores: ['audio/mpeg', 'audio/mp4', 'video/mp4'],
  steady: true,
  shows: 'recording',
  assumes: [
    'Everything on the wire: routes, bodies, statuses; only its prose is published.',
    'That “up to 6 months” are six calendar months after a recording began, where a world says that they are kept.',
    'An unready recording is `unavailable`, like one whose source is gone.',
    'Links are signed as S3 signs them and live for an hour.',
  ],
  encode,
  decode: (answered, now) => read({ success, details: () => [] }, answered, now),
  decodeReplies,
  tells: (said, now) => {
    if (said.kind === 'replies')
      return {
        kind: 'replies',
        replies: said.replies.map(({ id, from, body, at }) => ({ id, from, body, receivedAt: at })),
      }
    if (said.kind !== 'recording') {
      const spoken =
        said.kind === 'rate-limited' || said.kind === 'failed' || said.kind === 'method-not-allowed'
      return spoken ? toldRefusal(said, now) : { kind: 'not-found' }
    }
    const lead = leadOf(said.view.segments)
    const grant = playing(lead)
    if (!lead || !grant) return { kind: 'expired' }
    return ready(
      optional({
        url: grant.url,
        durationSeconds: lead.durationSeconds ?? undefined,
        contentType: lead.type ?? undefined,
        startedAt: lead.startedAt ?? undefined,
      }),
    )
  },
})
