import type { Event, Truth } from '../../../../contracts/history.ts'
import { historyAt, idAt, osviPlays, pathAt, playing, type quoItem, start, urlOf } from '../a-history.ts'

/** What happened, moment by moment. */
export type Moments = readonly (readonly Event[])[]

/** A rule with a history that breaks it and one, as close as can be, that does not. */
export interface Row {
  readonly rule: string
  readonly vendor: string
  readonly wrong: Moments
  readonly right: Moments
  readonly truths?: readonly Truth[]
}

export const osvi = historyAt('osvi')
export const quo = historyAt('quo')
export const envoy = historyAt('envoy')
export const feather = historyAt('feather')
export const voqo = historyAt('voqo')

export const url = urlOf(1)
export const second = urlOf(2)
export const told = osviPlays(url)
export const plays = playing(url, { expiresAt: start + 900_000 })
export const dead = '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>'
/** How storage refuses a URL that has died. */
export const refusal = { status: 403, answer: dead }
export const gone = { shortCode: idAt('voqo'), recording: { status: 'unavailable', url: null } }
export const noReplies = { shortCode: idAt('voqo'), replies: [] }
export const atReplies = { path: pathAt('voqo', idAt('voqo'), 'replies') }
export const quoTells = (...items: readonly ReturnType<typeof quoItem>[]) => ({ data: items })
export const truth: Truth = { call: 'c1', segment: 0, from: 0, length: 10, sha256: 'ab' }
export const file = (length: number, from = 0) => ({
  kind: 'downloaded' as const,
  from,
  length,
  sha256: 'ab',
  contentType: 'audio/mpeg',
})
export const hung: Event = { kind: 'hung', at: start + 3_600_000, ask: 'a1' }
export const cancelled: Event = { kind: 'cancelled', at: start, ask: 'a1' }
export const logged = (text: string): Event => ({ kind: 'logged', at: start, text })

/** An answer by storage that names what it is of. */
export const tagged = (tag: string) => ({
  answerHeaders: { 'content-type': 'audio/mpeg', etag: `"${tag}"` },
})
