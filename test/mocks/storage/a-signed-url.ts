import { aws } from '../../../mocks/storage/dialect.ts'
import type { GrantTerms } from '../../../mocks/storage/flavour.ts'
import { encodePath, encodePercent } from '../../../mocks/storage/percent.ts'
import { scopeOf, sign } from '../../../mocks/storage/sigv4.ts'
import { canonicalQuery } from '../../../mocks/storage/target.ts'
import { toAmzDate } from '../../../mocks/world/instant.ts'
import { terms } from './a-bucket.ts'

/** What a signer may cover beside what the house's own links do. */
export interface Covering extends Partial<GrantTerms> {
  readonly method?: string
  /** Headers that the signature covers, beside the host. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A URL signed as S3 wants it, for any method and with any headers: the house itself signs only GET and the host. */
export const signedUrl = ({ method = 'GET', headers = {}, ...change }: Covering = {}): string => {
  const { origin, host, bucket, key, accessKeyId, secret, region, dateSecond, expiresSeconds, parameters } = {
    ...terms,
    ...change,
  }
  const date = toAmzDate(dateSecond)
  const covered = Object.entries({ ...headers, host }).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const query = canonicalQuery(
    Object.entries({
      ...parameters,
      'X-Amz-Algorithm': aws.algorithm,
      'X-Amz-Credential': `${accessKeyId}/${scopeOf(aws, date, region)}`,
      'X-Amz-Date': date,
      'X-Amz-Expires': `${expiresSeconds}`,
      'X-Amz-SignedHeaders': covered.map(([name]) => name).join(';'),
    }).map(([name, value]) => ({ canonicalName: encodePercent(name), canonicalValue: encodePercent(value) })),
  )
  const canonicalPath = `/${encodePath(`${bucket}/${key}`)}`
  const signable = { method, canonicalPath, canonicalQuery: query, headers: covered, date, region }
  return `${origin}${canonicalPath}?${query}&X-Amz-Signature=${sign(aws, signable, secret).signature}`
}
