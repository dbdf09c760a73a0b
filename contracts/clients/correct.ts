import type { Answered, RateLimit } from '../../mocks/vendors/define.ts'
import { retryAfterOf } from '../../mocks/vendors/reading.ts'
import { fromHttpDate, type Instant, toIso } from '../../mocks/world/instant.ts'
import { flights } from './flights.ts'
import type { Failed, Kept, Policy } from './policy.ts'

/** How often one question is put, and the first pause between two tries; it grows fourfold. */
const mostTries = 3
const firstPauseMs = 500

/** The longest a client waits because it is told to; asked to wait longer it says `rate-limited` at once. */
const longestWaitMs = 90_000

const mayPass = ({ status }: Answered): boolean =>
  status === 408 || status === 425 || (status >= 500 && status <= 599)

const pauseMs = (failed: Failed, tries: number, now: Instant): number | undefined => {
  if (tries >= mostTries) return undefined
  const growing = firstPauseMs * 4 ** (tries - 1)
  if (failed === 'lost') return growing
  if (failed.status !== 429) return mayPass(failed) ? growing : undefined
  const told = retryAfterOf(failed, now)
  if (told === undefined) return growing
  return told * 1000 > longestWaitMs ? undefined : Math.max(told * 1000, growing)
}

/**
 * A Date knows whole seconds, and how long the answer was on its way nobody does: what both leave open is no skew. Of a
 * true one the most is taken, because a link that is asked for too early costs less than one that is dead.
 */
const aheadMs: Policy['aheadMs'] = ({ headers }, { sentAt, receivedAt }) => {
  const date = fromHttpDate(headers.date ?? '')
  if (date === undefined) return 0
  // A clock that is set meanwhile may turn the two round.
  const least = date - Math.max(sentAt, receivedAt)
  const most = date + 999 - Math.min(sentAt, receivedAt)
  return least <= 0 && most >= 0 ? 0 : most
}

/** Requests that a clock set back has put into the future do not count. */
const paceMs = ({ limit, windowMs }: RateLimit, sent: readonly Instant[], now: Instant): number => {
  const first = sent.filter((at) => at > now - windowMs && at <= now).at(-limit)
  return first === undefined ? 0 : first + windowMs - now
}

/** Whether an id is nothing but dots once it is decoded, however often it was encoded: URL parsers fold such segments. */
const isDots = (id: string): boolean => /^(\.|%(25)*2e)*$/i.test(id)

/** A tenth of a lifetime, at most half a minute: what is given out should live long enough to be used. */
const marginMs = ({ fetchedAt, expiresAt = fetchedAt }: Kept): number =>
  Math.min(30_000, (expiresAt - fetchedAt) / 10)

/** What there is nothing to look into afterwards. */
const fine = new Set(['playable', 'downloaded', 'replies'])

/** Every decision of {@link Policy} as a careful client takes it. */
export const correct: Policy = {
  headers: ({ credentials }) => credentials,
  storageHeaders: () => ({}),
  storageMethod: 'GET',
  pathSegment: (id) => (isDots(id) ? undefined : encodeURIComponent(id)),
  redirectedHeaders: (headers, sameOrigin) => (sameOrigin ? headers : {}),
  aheadMs,
  read: (vendor, answered, now) => vendor.decode(answered, now).outcome,
  readReplies: (vendor, answered, now) =>
    vendor.decodeReplies?.(answered, now).outcome ?? { kind: 'unknown' },
  lost: () => ({ kind: 'unavailable' }),
  repliesNeedRecording: false,
  shelf: () => new Map(),
  isFresh: (kept, now) =>
    kept.expiresAt !== undefined && kept.fetchedAt <= now && now < kept.expiresAt - marginMs(kept),
  checksAge: true,
  questions: () => flights(true),
  paceMs,
  pauseMs,
  answerLimitMs: 10_000,
  transferLimitMs: () => 300_000,
  mediaUrl: (url) => url,
  refreshes: 2,
  refused: () => ({ kind: 'expired' }),
  forgetsRefused: true,
  resumeAt: (have) => have,
  isInPlace: (begins, asked) => begins === asked,
  restartsPastTheEnd: true,
  restartsWithAnother: true,
  wholeReplaces: true,
  isSameObject: (had, got) => had === got,
  needsEveryByte: true,
  isMedia: (type) => /^((audio|video)\/|(application|binary)\/octet-stream)/.test(type),
  logLine: (id, { kind }, now) => (fine.has(kind) ? undefined : `${toIso(now)} ${id}: ${kind}`),
  obeysCancel: true,
}
