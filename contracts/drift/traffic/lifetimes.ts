import { type Instant, toIso } from '../../../mocks/world/instant.ts'
import type { Found } from '../found.ts'
import type { Exchange } from './exchanges.ts'

/** A link as it was told. */
export interface ToldLink {
  readonly url: string
  readonly until: Instant
  /** The answer that told it. */
  readonly exchange: Exchange
}

/** More links than are alive at once in any client: the oldest are forgotten, so that what is kept has an end. */
const mostLinks = 10_000
const longestKept = 10_000

const pathOf = (url: string): string => url.replace(/^(\{storage\}|[a-z]+:\/\/[^/]*)/i, '')

/** An answer as it is kept as an example: a long body is not. */
const kept = (exchange: Exchange): Exchange =>
  (exchange.body?.length ?? 0) > longestKept ? { ...exchange, body: undefined } : exchange

/** The links that an answer told, with the ends that they are to have. */
export const linksIn = (exchange: Exchange): readonly ToldLink[] => {
  const { vendor, status, headers, body = '', at } = exchange
  if (!vendor || status !== 200) return []
  const { outcome } = vendor.decode({ status, headers, body }, at)
  return outcome.kind === 'playable'
    ? outcome.segments.flatMap(({ url, expiresAt: until }) =>
        url && until !== undefined ? [{ url, until, exchange: kept(exchange) }] : [],
      )
    : []
}

/** Says that a link was refused before the end that it was told to have; nothing where it was not. */
export const refusedEarly = ({ until }: ToldLink, status: number, at: Instant): readonly Found[] =>
  (status === 403 || status === 404 || status === 410) && at < until
    ? [
        {
          rule: 'lifetime-not-kept',
          place: ['the link'],
          base: { at: 'the link', value: `until ${toIso(until)}` },
          rests: ['believe-storage-over-the-clock', 'read-the-lifetime'],
          head: { at: 'the link', value: `refused with ${status} at ${toIso(at)}` },
        },
      ]
    : []

/** Links that were told, and what became of those that passed by. */
export interface Lifetimes {
  /** Says that an exchange passed, with a vendor or with storage. */
  see(exchange: Exchange): readonly { readonly exchange: Exchange; readonly found: Found }[]
}

/** Begins to hold storage to what vendors tell. */
export const openLifetimes = (): Lifetimes => {
  const links = new Map<string, ToldLink>()
  const learn = (link: ToldLink): void => {
    links.set(pathOf(link.url), link)
    const [oldest] = links.keys()
    if (links.size > mostLinks && oldest !== undefined) links.delete(oldest)
  }
  return {
    see: (one) => {
      const told = links.get(one.path)
      if (told)
        return refusedEarly(told, one.status, one.at).map((found) => ({ exchange: told.exchange, found }))
      for (const link of linksIn(one)) learn(link)
      return []
    },
  }
}
