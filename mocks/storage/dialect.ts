/** What sets one vendor's V4 signature apart from another's: names alone, the arithmetic is the same. */
export interface Dialect {
  /** The signature's name for itself, in URLs and in what is signed. */
  readonly algorithm: string
  /** Stands before the secret in the first of the four keys. */
  readonly keyPrefix: string
  readonly service: string
  /** Ends a credential. */
  readonly terminal: string
  /** Begins the name of each of its parameters. */
  readonly prefix: string
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
export const aws: Dialect = {
  algorithm: 'AWS4-HMAC-SHA256',
  keyPrefix: 'AWS4',
  service: 's3',
  terminal: 'aws4_request',
  prefix: 'X-Amz-',
}

/** @see https://cloud.google.com/storage/docs/authentication/signatures */
export const goog: Dialect = {
  algorithm: 'GOOG4-HMAC-SHA256',
  keyPrefix: 'GOOG4',
  service: 'storage',
  terminal: 'goog4_request',
  prefix: 'X-Goog-',
}
