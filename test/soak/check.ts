import { type Instant, toHttpDate } from '../../mocks/world/instant.ts'
import type { Seen } from './asking.ts'
import { urlIn } from './link-in.ts'
import type { Expected } from './model.ts'

/** How an answer looks from outside, for answers that may come in any order. */
export const looksOf = ({ ends, status, headers, body }: Seen): string =>
  ends === 'reset'
    ? 'reset'
    : `${status} ${ends}${ends === 'whole' && urlIn(body) ? ' with a link' : ''} ${headers.date ?? ''}`

/** The same of what is expected. */
export const looksExpected = ({ ends, status, link }: Expected, now: Instant): string =>
  ends === 'reset'
    ? 'reset'
    : `${status} ${ends}${ends === 'whole' && link ? ' with a link' : ''} ${toHttpDate(now)}`

/** @param media the bytes that a recording must come with, where it is one */
export const wrongWith = (
  seen: Seen,
  expected: Expected,
  now: Instant,
  media: Buffer | undefined,
): string | undefined => {
  const [is, should] = [looksOf(seen), looksExpected(expected, now)]
  if (is !== should)
    return `it is ${is}, and should be ${should}: ${seen.body.toString('utf8').slice(0, 200)}`
  if (expected.contentType !== undefined && seen.headers['content-type'] !== expected.contentType)
    return `its type is ${seen.headers['content-type']}, and should be ${expected.contentType}`
  if (!expected.media || expected.ends === 'reset' || !media) return undefined
  const wanted = expected.ends === 'whole' ? media : media.subarray(0, seen.body.length)
  if (expected.ends === 'cut' && seen.body.length >= media.length) return 'all of it came, although it is cut'
  return seen.body.equals(wanted) ? undefined : 'its bytes are not those of the recording'
}
