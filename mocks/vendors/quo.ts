import { operationIds, schemas } from '../../generated/quo/schemas.ts'
import type { RecordingBodies } from '../../generated/quo/types.ts'
import { fromIso, toIso } from '../world/instant.ts'
import { fold, type OutcomeKind, type OutcomeSegment, type SegmentState } from '../world/outcome.ts'
import { recordingStatuses } from '../world/recording-status.ts'
import { pending, type SegmentView } from '../world/view.ts'
import { type Asked, type Decoded, defineVendor, type Encoded, type Said } from './define.ts'
import { prefixedFormat } from './id-format.ts'
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

type Recordings = RecordingBodies[200]
type Item = Recordings['data'][number]
type Invalid = RecordingBodies[400]

/** The published errors are one shape with other constants; the last three digits of a code repeat the status. */
const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
  500: 'Unknown',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** An error as published; or as third parties saw it live, which no document knows. */
const failure = (
  status: number,
  message: string,
  { trace, profile }: Pick<Asked, 'trace' | 'profile'>,
  errors?: Invalid['errors'],
): Encoded =>
  profile === 'live'
    ? {
        status,
        body: { error: { message: errors?.[0]?.message ?? message, key: keyFor(status), trace } },
        breaks: ['body'],
      }
    : published(status, message, trace, errors)

const titleOf = (status: number): string => titles[status] ?? 'Unknown'

/** `not-found` for `Not Found`: that there is a key is known, its words are not. */
const keyFor = (status: number): string => titleOf(status).toLowerCase().replaceAll(' ', '-')

const published = (status: number, message: string, trace: string, errors?: Invalid['errors']): Encoded => ({
  status,
  body: {
    message,
    code: status >= 500 ? `0901${status}` : `0900${status}`,
    status,
    docs: 'https://quo.com/docs',
    title: titleOf(status),
    trace,
    ...(errors ? { errors } : {}),
  },
})

const item = ({ id, status, grant, startedAt, durationSeconds, type }: SegmentView): Item => ({
  duration: durationSeconds === null ? null : Math.round(durationSeconds),
  id,
  startTime: startedAt === null ? null : toIso(startedAt),
  // A word no document has is what the disturbance is about: the cast is the declared break.
  status: typeof status === 'object' && status !== null ? (status.undocumented as Item['status']) : status,
  type,
  url: grant?.url ?? null,
})

const encode = (said: Said, asked: Asked): Encoded => {
  const { id, now, quotaLeft } = asked
  switch (said.kind) {
    case 'recording':
      return {
        status: 200,
        body: { data: said.view.segments.map(item) } satisfies Recordings,
        headers: quotaLeft === undefined ? {} : rateLimitHeaders(quotaLeft, leastReset),
      }
    case 'unauthorized':
      return failure(401, 'Unauthorized', asked)
    case 'forbidden':
      return failure(403, 'Forbidden', asked)
    case 'invalid-request':
      return failure(400, 'Bad Request', asked, [
        { path: '/callId', message: said.fault.message, value: said.value, schema: { type: 'string' } },
      ])
    case 'rate-limited': {
      const own =
        said.told === 'header'
          ? rateLimitHeaders(0, said.retryAfterSeconds ?? leastReset)
          : waitHeaders(said, now)
      return { ...failure(429, 'Too Many Requests', asked), headers: own }
    }
    case 'failed':
      return { ...failure(said.status, 'Something went wrong', asked), headers: waitHeaders(said, now) }
    case 'method-not-allowed':
      return failure(405, 'Method Not Allowed', asked)
    default:
      return failure(404, `Call Recording with ID ${id} not found`, asked)
  }
}

/** What is left of a quota's window of one second, in whole seconds. */
const leastReset = 1

/** Reported live, in place of the Retry-After that no page of Quo's speaks of. */
const rateLimitHeaders = (left: number, resetSeconds: number): Record<string, string> => ({
  ratelimit: `"per-second"; r=${left}; t=${resetSeconds}`,
  'ratelimit-policy': '"per-second"; q=10; w=1',
})

const finals = new Set(['absent', 'deleted', 'failed'])
const notReady: ReadonlySet<string> = pending

const stateOf = (status: unknown, url: string | undefined): SegmentState => {
  if (status === 'completed' || status === null || status === undefined) return url ? 'ready' : 'unknown'
  if (typeof status !== 'string') return 'unknown'
  if (notReady.has(status)) return 'processing'
  if (finals.has(status)) return status as 'absent' | 'deleted' | 'failed'
  return url ? 'ready' : 'unknown'
}

const segmentOf = (value: unknown): OutcomeSegment => {
  const segment = objectOf(value) ?? {}
  const state = stateOf(segment.status, textOf(segment.url))
  const startedAt = textOf(segment.startTime)
  return {
    state,
    ...optional<OutcomeSegment>({
      id: textOf(segment.id),
      state,
      url: state === 'ready' ? textOf(segment.url) : undefined,
      durationSeconds: numberOf(segment.duration),
      contentType: textOf(segment.type),
      startedAt: startedAt === undefined ? undefined : fromIso(startedAt),
    }),
  }
}

const success = (json: Json): Decoded | undefined => {
  if (!Array.isArray(json.data)) return undefined
  const items = json.data.map((value) => objectOf(value) ?? {})
  const segments = items.map(segmentOf)
  const outcome = fold(segments)
  return {
    ...decoded(outcome, ...otherReadings(items, segments), ...(outcome.kind === 'unknown' ? noPromise : [])),
    doubtful: items.flatMap((item, index) => (isDoubtful(item) ? index : [])),
  }
}

/** What no page explains: `stopped`, no word at all, and a word that is new. */
const isDoubtful = ({ status }: Json): boolean =>
  typeof status !== 'string' ||
  status === 'stopped' ||
  !(recordingStatuses as readonly string[]).includes(status)

/** What the whole comes to for whoever trusts a doubtful status less, or one with a URL more. */
const otherReadings = (
  items: readonly Json[],
  segments: readonly OutcomeSegment[],
): readonly OutcomeKind[] => {
  if (!items.some(isDoubtful)) return []
  const reread = (change: (item: Json, segment: OutcomeSegment) => OutcomeSegment): OutcomeKind =>
    fold(
      segments.map((segment, index) => {
        const item = items[index]
        return item && isDoubtful(item) ? change(item, segment) : segment
      }),
    ).kind
  const distrusted = ({ url: _, ...segment }: OutcomeSegment): OutcomeSegment => ({
    ...segment,
    state: 'unknown',
  })
  return [
    reread((_, segment) => distrusted(segment)),
    reread(({ status }, segment) => (status === 'stopped' ? segment : distrusted(segment))),
    reread(({ status }, segment) => (status === 'stopped' ? distrusted(segment) : segment)),
    reread(({ url }, segment) => {
      const text = textOf(url)
      return text === undefined ? segment : { ...segment, state: 'ready', url: text }
    }),
  ]
}

const told = ({ id, status, grant, startedAt, durationSeconds, type }: SegmentView): OutcomeSegment => {
  const unready = typeof status === 'string' && status !== 'completed'
  const state: SegmentState = unready
    ? pending.has(status)
      ? 'processing'
      : (status as SegmentState)
    : grant
      ? 'ready'
      : 'unknown'
  return {
    state,
    ...optional<OutcomeSegment>({
      id,
      state,
      url: state === 'ready' ? grant?.url : undefined,
      durationSeconds: durationSeconds === null ? undefined : Math.round(durationSeconds),
      contentType: type ?? undefined,
      startedAt: startedAt ?? undefined,
    }),
  }
}

/** Quo: every segment of a call, oldest first, with nine statuses and links whose lifetime is told to nobody. */
export const quo = defineVendor({
  id: 'quo',
  name: 'Quo',
  docs: 'https://www.quo.com/docs',
  origin: 'https://api.quo.com',
  alsoAt: ['https://api.openphone.com'],
  credential: { header: 'authorization', defaultKey: 'playhead-quo' },
  operations: [
    { id: operationIds.recording, method: 'GET', path: '/v1/call-recordings/{callId}', asks: 'recording' },
  ],
  responses: schemas,
  document: async () => (await import('../../generated/quo/document.ts')).document,
  ids: prefixedFormat('AC'),
  link: { lifetimeSeconds: 3600, told: 'untold' },
  rateLimit: { limit: 10, windowMs: 1000, per: 'key' },
  stores: ['audio/mpeg', 'audio/mp4'],
  steady: true,
  shows: 'segments',
  assumes: [
    'Links are signed as S3 signs them and live for an hour.',
    'Bodies of 405, 429 and of 5xx other than 500.',
    'The status `stopped` is not ready.',
    'In the profile `live`: the words of an error’s key, and the text of the page for an unknown route.',
  ],
  encode,
  unrouted: (profile) =>
    profile === 'live'
      ? {
          status: 404,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: '<!doctype html><html><head><title>Not Found</title></head><body><h1>Not Found</h1></body></html>',
          breaks: ['content-type', 'body'],
        }
      : undefined,
  decode: (answered, now) =>
    read(
      {
        success,
        details: (json) => [
          ...listOf(json.errors).flatMap((error) => textOf(objectOf(error)?.message) ?? []),
          ...listOf([json.message, objectOf(json.error)?.message]).flatMap(
            (message) => textOf(message) ?? [],
          ),
        ],
      },
      answered,
      now,
    ),
  tells: (said, now, profile) => {
    if (said.kind === 'recording') return fold(said.view.segments.map(told))
    if (said.kind === 'replies') return { kind: 'unknown' }
    return toldRefusal(said, now, {
      details:
        said.kind === 'invalid-request'
          ? [said.fault.message, ...(profile === 'live' ? [] : ['Bad Request'])]
          : [],
      retryAfterSeconds: said.kind === 'rate-limited' && said.told === 'header' ? leastReset : undefined,
    })
  },
})
