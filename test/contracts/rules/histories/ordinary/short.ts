import { type Moments, type quo, url } from '../vocabulary.ts'

type Client = typeof quo
type Said = Parameters<Client['answered']>[0]
type How = Parameters<Client['api']>[1]

/** One look, one answer, and what the client made of it. */
export const look = (client: Client, answer: unknown, said: Said, how: How = {}): Moments => [
  client.asked('look'),
  client.api(answer, how),
  client.answered(said, { at: how.at ?? 0 }),
]

/** The same, of an answer whose end is still to come. */
export const open = (client: Client, answer: unknown, said: Said, how: How = {}): Moments => [
  client.asked('look'),
  client.api(answer, how).filter(({ kind }) => kind !== 'settled'),
  client.answered(said),
]

/** The same question twice in one look. */
export const twice = (client: Client, answer: unknown, said: Said, how: How = {}): Moments => [
  client.asked('look'),
  client.api(answer, how),
  client.api(answer, { ...how, at: 60_000 }),
  client.answered(said, { at: 60_000 }),
]

/** One download of what an answer told. */
export const fetched = (client: Client, answer: unknown, said: Said, how: How = {}): Moments => [
  client.asked('download'),
  client.api(answer),
  client.storage(url, how),
  client.answered(said),
]

export const unknown = { kind: 'unknown' } as const
export const unavailable = { kind: 'unavailable' } as const
export const absent = { kind: 'absent' } as const
export const notFound = { kind: 'not-found' } as const
export const unauthorized = { kind: 'unauthorized' } as const
export const forbidden = { kind: 'forbidden' } as const
export const expired = { kind: 'expired' } as const
export const refused = { kind: 'invalid-request', details: [] } as const
export const replied = { kind: 'replies', replies: [] } as const
export const moved = (location: string) => ({ status: 302, answerHeaders: { location } })
