import type { StorageWorld } from '../../../mocks/storage/flavour.ts'
import { s3 } from '../../../mocks/storage/s3.ts'
import type { WireResponse } from '../../../mocks/world/exchange.ts'
import type { Instant } from '../../../mocks/world/instant.ts'
import { getting, signedAt, url, worldOf } from './a-bucket.ts'

/** What is different from a fresh link that is fetched at once. */
export interface Attempt {
  readonly url?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly method?: string
  readonly world?: StorageWorld
  readonly now?: Instant
}

export const answered = ({
  url: asked = url,
  headers,
  method,
  world = worldOf(),
  now = signedAt,
}: Attempt): WireResponse => s3.answer(getting(asked, headers, method), world, now)

/** The link without the parameters whose name matches. */
export const without = (name: string): string =>
  url.replace(new RegExp(`[?&]${name}=[^&]*`), '').replace(/mp3&/, 'mp3?')

/** The link with another value of one parameter. */
export const setting = (name: string, value: string): string =>
  url.replace(new RegExp(`(${name}=)[^&]*`), `$1${value}`)

/** The link with another credential. */
export const credential = (value: string): string => setting('X-Amz-Credential', value.replaceAll('/', '%2F'))

/** The link with another last character of its signature. */
export const tampered: string = url.replace(/.$/, (last) => (last === '0' ? '1' : '0'))

/** The link with the slashes of its credential encoded twice. */
export const doubled: string = url.replaceAll('%2F', '%252F')
