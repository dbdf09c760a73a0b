import { S3Client } from '@aws-sdk/client-s3'
import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner'
import { type Instant, parseInstant } from '../../../mocks/world/instant.ts'

/** A request as it is to be signed: everything that a signature covers, decoded. */
export interface ToSign {
  readonly method: string
  readonly host: string
  /** Encoded once, as S3 wants it. */
  readonly path: string
  /** Beside those that signing adds. */
  readonly parameters: readonly (readonly [name: string, value: string])[]
  /** The headers to cover, beside the host. */
  readonly headers: Readonly<Record<string, string>>
  readonly accessKeyId: string
  readonly secret: string
  readonly region: string
  readonly date: Instant
  readonly expiresSeconds: number
  readonly sessionToken?: string
}

const { sha256 } = new S3Client({ region: 'us-east-1' }).config

/** The parameters that AWS's own presigner gives a request, the signature among them. */
export const presignedByAws = async (request: ToSign): Promise<readonly (readonly [string, string])[]> => {
  const { method, host, path, accessKeyId, secret, region, date, expiresSeconds, sessionToken } = request
  const query: Record<string, string[]> = {}
  for (const [name, value] of request.parameters) query[name] = [...(query[name] ?? []), value]
  const presigner = new S3RequestPresigner({
    region,
    sha256,
    credentials: { accessKeyId, secretAccessKey: secret, ...(sessionToken ? { sessionToken } : {}) },
  })
  const signed = await presigner.presign(
    { method, protocol: 'http:', hostname: host, path, query, headers: { host, ...request.headers } },
    {
      expiresIn: expiresSeconds,
      signingDate: new Date(date),
      // Otherwise headers of S3's own would be moved into the query.
      unhoistableHeaders: new Set(Object.keys(request.headers)),
    },
  )
  return Object.entries(signed.query ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map((one) => [name, one] as const),
  )
}

/** What the oracle is shown: a request on the wire, and the secret of the only key that it knows. */
export interface OnTheWire {
  readonly method: string
  readonly host: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly secret: string
}

const added = new Set(
  [
    'Algorithm',
    'Credential',
    'Date',
    'Expires',
    'SignedHeaders',
    'Signature',
    'Security-Token',
    'Content-Sha256',
  ].map((name) => `X-Amz-${name}`),
)

const encodedOnce = (path: string): string =>
  decodeURIComponent(path)
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/')

/** Whether AWS's presigner, given the request as it arrived, would have written this very URL. */
export const awsWouldHaveSigned = async ({
  method,
  host,
  path,
  headers,
  secret,
}: OnTheWire): Promise<boolean> => {
  const [address = '', query = ''] = path.split('?')
  const sent = query.split('&').map((one): readonly [string, string] => {
    const [name = '', ...value] = one.split('=')
    return [decodeURIComponent(name), decodeURIComponent(value.join('='))]
  })
  const own = (name: string): string => sent.find(([one]) => one === `X-Amz-${name}`)?.[1] ?? ''
  const [accessKeyId = '', , region = ''] = own('Credential').split('/')
  const covered = own('SignedHeaders')
    .split(';')
    .filter((name) => name !== 'host')
  const date = own('Date').replace(/^(.{4})(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5')
  const token = own('Security-Token')
  const written = await presignedByAws({
    method,
    host,
    path: encodedOnce(address),
    parameters: sent.filter(([name]) => !added.has(name)),
    headers: Object.fromEntries(covered.map((name) => [name, headers[name] ?? ''])),
    accessKeyId,
    secret,
    region,
    date: parseInstant(date),
    expiresSeconds: Number(own('Expires')),
    ...(token === '' ? {} : { sessionToken: token }),
  })
  const sorted = (all: readonly (readonly [string, string])[]): string =>
    JSON.stringify(all.map((one) => one.join('=')).toSorted())
  return sorted(written) === sorted(sent)
}
