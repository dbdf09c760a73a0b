import { type Hasher, hmacSha256Hex } from '../world/hash.ts'
import type { Address } from './flavour.ts'
import { decodePercent, encodePath, encodePercent } from './percent.ts'
import { readUrl } from './target.ts'

/** What a plain URL says: `/<bucket>/<signer>.<secret part>[.<session>]/<key>`. */
export interface PlainAddress extends Address {
  readonly accessKeyId: string
  /** What makes the path unguessable. */
  readonly token: string
  /** Names the session with whose end the file vanishes. */
  readonly sessionToken: string | undefined
}

const hex = 32

/** The part of a path that nobody can guess: the same for the same file, whenever it is asked for. */
export const tokenFor = (
  secret: string,
  { bucket, key, accessKeyId, sessionToken }: Omit<PlainAddress, 'token'>,
  hasher?: Hasher,
): string =>
  hmacSha256Hex(secret, JSON.stringify([bucket, accessKeyId, sessionToken ?? null, key]), hasher).slice(
    0,
    hex,
  )

/** The raw path of a plain URL. */
export const plainPath = ({ bucket, key, accessKeyId, token, sessionToken }: PlainAddress): string => {
  // Encoded once more than the path is, so that a slash in it begins no new part.
  const session = sessionToken === undefined ? [] : [encodePercent(sessionToken)]
  const file = [accessKeyId, token, ...session].join('.')
  return `/${encodePath(`${bucket}/${file}/${key}`)}`
}

/** Reads a plain URL or a raw path; its query, which it has none of, is not looked at. */
export const readPlain = (url: string): PlainAddress | undefined => {
  const target = readUrl(url.replace(/\?.*$/s, ''))
  const slash = target?.key.indexOf('/') ?? -1
  if (target === undefined || slash < 0) return undefined
  const [, accessKeyId, token, , session] =
    /^([^.]+)\.([0-9a-f]{32})(\.(.+))?$/s.exec(target.key.slice(0, slash)) ?? []
  if (accessKeyId === undefined || token === undefined) return undefined
  const sessionToken = session === undefined ? undefined : decodePercent(session)
  return { bucket: target.bucket, key: target.key.slice(slash + 1), accessKeyId, token, sessionToken }
}
