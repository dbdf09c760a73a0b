import { s3 } from '../../../mocks/storage/s3.ts'
import type { WireResponse } from '../../../mocks/world/exchange.ts'
import { bytesIn, errorIn } from './a-bucket.ts'
import { type Attempt, answered } from './an-attempt.ts'

/** What storage is to answer to one attempt. */
export interface Wanted {
  readonly status: number
  /** Of the error's body, where there is one. */
  readonly code?: string
  readonly message?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Which bytes of the object are sent: first and behind the last. */
  readonly bytes?: readonly [from: number, to: number]
}

/** One test of a public suite that judges servers of S3's kind, and what becomes of it here. */
export interface NamedCase {
  /** As the suite calls it. */
  readonly name: string
  /** What that test does, in our words. */
  readonly does: string
  /** The same situations here, each with what is answered. */
  readonly asks: readonly (readonly [attempt: Attempt, wanted: Wanted])[]
  /** Where the suite wants something else than is answered here: what, and whom we follow. */
  readonly differs?: string
  /** Why it has no situation here. */
  readonly cannot?: string
}

/** A suite with those of its tests that speak of signed links, ranges and conditions. */
export interface Suite {
  readonly suite: string
  readonly cases: readonly NamedCase[]
}

export type Verdict = 'as named' | 'as AWS does' | 'cannot apply' | 'FAILS'

const sentBytes = (response: WireResponse): string =>
  response.body === undefined ? 'none' : Buffer.from(bytesIn(response)).toString('hex')

/** What an answer has that was not wanted; empty where all is as wanted. */
export const differences = (attempt: Attempt, wanted: Wanted): readonly string[] => {
  const response = answered(attempt)
  const error = typeof response.body === 'string' ? errorIn(response) : {}
  const compare = (what: string, ours: unknown, theirs: unknown): readonly string[] =>
    theirs === undefined || ours === theirs ? [] : [`${what} ${ours}, not ${theirs}`]
  return [
    ...compare('status', response.status, wanted.status),
    ...compare('code', error.Code, wanted.code),
    ...compare('message', error.Message, wanted.message),
    ...Object.entries(wanted.headers ?? {}).flatMap(([name, value]) =>
      compare(name, response.headers[name] ?? '', value),
    ),
    ...(wanted.bytes === undefined
      ? []
      : compare('bytes', sentBytes(response), sentBytes(wholeOf(attempt, wanted.bytes)))),
  ]
}

/** The bytes of the same object, taken past S3's judgement. */
const wholeOf = ({ world, url }: Attempt, [from, to]: readonly [number, number]): WireResponse => {
  const address = url === undefined ? undefined : s3.addressOf(url)
  const object = address && world?.objectAt(address.bucket, address.key)
  if (object === undefined) throw new Error('Bytes can be compared only where url and world are given')
  const bytes = object.body.read(from, to)
  return { status: 200, headers: {}, body: { length: bytes.length, read: () => bytes } }
}

/** What becomes of a case, found out by asking. */
export const verdictOf = ({ asks, differs, cannot }: NamedCase): Verdict => {
  if (cannot !== undefined) return 'cannot apply'
  if (asks.some(([attempt, wanted]) => differences(attempt, wanted).length > 0)) return 'FAILS'
  return differs === undefined ? 'as named' : 'as AWS does'
}
