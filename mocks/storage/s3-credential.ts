import { aws } from './dialect.ts'
import type { Field, StorageError } from './error-xml.ts'
import { queryParametersError } from './s3-errors.ts'

/** What an `X-Amz-Credential` says: who signed, and for which region. */
export interface Credential {
  readonly accessKeyId: string
  readonly region: string
}

/**
 * Reads `<access key>/<yyyymmdd>/<region>/s3/aws4_request`, or tells in S3's words what is wrong with it.
 * `region` is the one that storage stands in, where that is judged.
 */
export const readCredential = (
  text: string,
  date: string,
  region: string | undefined,
): Credential | StorageError => {
  const [accessKeyId, day, signedRegion, service, terminal, ...rest] = text.split('/')
  if (!accessKeyId || !day || !signedRegion || !service || !terminal || rest.length > 0)
    return wrong(
      'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    )
  if (terminal !== aws.terminal)
    return wrong(`incorrect terminal "${terminal}". This endpoint uses "aws4_request".`)
  if (service !== aws.service) return wrong(`incorrect service "${service}". This endpoint belongs to "s3".`)
  if (!/^\d{8}$/.test(day))
    return wrong(
      `incorrect date format "${day}". This date in the credential must be in the format "yyyyMMdd".`,
    )
  if (day !== date.slice(0, 8))
    return queryParametersError(
      `Invalid credential date "${day}". This date is not the same as X-Amz-Date: "${date.slice(0, 8)}".`,
    )
  if (region !== undefined && region !== signedRegion)
    return wrong(`the region '${signedRegion}' is wrong; expecting '${region}'`, [['Region', region]])
  return { accessKeyId, region: signedRegion }
}

const wrong = (what: string, fields?: readonly Field[]): StorageError =>
  queryParametersError(`Error parsing the X-Amz-Credential parameter; ${what}`, fields)
