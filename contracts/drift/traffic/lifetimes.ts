import { type Instant, toIso } from '../../../mocks/world/instant.ts'
import type { Found } from '../found.ts'
import type { Exchange } from './exchanges.ts'

/** A link as it was told. */
interface Told {
  readonly exchange: Exchange
  readonly until: Instant
}

const pathOf = (url: string): string => url.replace(/^(\{storage\}|[a-z]+:\/\/[^/]*)/i, '')

const linksIn = (exchange: Exchange): readonly (readonly [string, Told])[] => {
  const { vendor, status, headers, body = '', at } = exchange
  if (!vendor || status !== 200) return []
  const { outcome } = vendor.decode({ status, headers, body }, at)
  return outcome.kind === 'playable'
    ? outcome.segments.flatMap(({ url, expiresAt }) =>
        url && expiresAt !== undefined ? [[pathOf(url), { exchange, until: expiresAt }] as const] : [],
      )
    : []
}

/** A link that storage refused before the end it was told to have, and the answer that told it. */
export const brokenLifetimes = (
  exchanges: readonly Exchange[],
): readonly { readonly exchange: Exchange; readonly found: Found }[] => {
  const links = new Map<string, Told>()
  return exchanges.flatMap((one) => {
    if (one.vendor) for (const [path, told] of linksIn(one)) links.set(path, told)
    const told = one.vendor ? undefined : links.get(one.path)
    const isRefused = one.status === 403 || one.status === 404 || one.status === 410
    if (!told || !isRefused || one.at >= told.until) return []
    const found: Found = {
      rule: 'lifetime-not-kept',
      place: ['the link'],
      base: { at: 'the link', value: `until ${toIso(told.until)}` },
      rests: ['believe-storage-over-the-clock', 'read-the-lifetime'],
      head: { at: 'the link', value: `refused with ${one.status} at ${toIso(one.at)}` },
    }
    return [{ exchange: told.exchange, found }]
  })
}
