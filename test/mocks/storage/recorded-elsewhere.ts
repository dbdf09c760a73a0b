/** A recording that cannot concern storage which is only fetched from, by links of signature version 4. */
export interface Elsewhere {
  /** Which recorded tests. */
  readonly tests: RegExp
  readonly because: string
}

/** The order matters: the first that fits gives the reason. */
export const elsewhere: readonly Elsewhere[] = [
  {
    tests: /^TestS3PresignedPost::/,
    because: 'an upload by a form with a policy, or what such an upload left behind',
  },
  {
    tests: /\[s3-(True|False)\]$|\[s3\]$|_with_sig_s3(\[|$)/,
    because: 'signature version 2, or an upload signed by it; storage refuses that version as a whole',
  },
  { tests: /^TestS3PresignedUrl::test_s3_copy_md5$/, because: 'a copy within storage' },
  {
    tests: /bad_headers\[s3v4-False\]$/,
    because: 'no response was recorded: the client under that test refused to send the request',
  },
]
