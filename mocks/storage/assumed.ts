import type { StorageId } from './index.ts'

/** What is not published of a kind of storage, or cannot be verified, and is therefore assumed: one sentence each. */
export const assumed: Readonly<Record<StorageId, readonly string[]>> = {
  s3: [
    'A link may be dated up to 15 minutes ahead of storage’s clock.',
    'A link whose signer’s session has ended answers 400; some report 403.',
    'An empty parameter counts as a missing one, and of a parameter given twice the first is read.',
    'An asymmetric signature is refused by its algorithm: AWS would check it, with a key that no link here has.',
    'Signature version 2 is refused, as in the regions opened since 2014.',
    'Text that no header can carry is refused in a response override, control characters alike.',
  ],
  gcs: [
    'A link may be dated up to 15 minutes ahead of storage’s clock; earlier it answers 403.',
    'HEAD on a link signed for GET is refused as a wrong signature, since the method is signed.',
    'A key in the Authorization header beside a signed query is refused with 400.',
    'Ranges and conditions are judged as S3 judges them; the details of a failed one are ours.',
    'A parameter X-Goog-Security-Token names the signer’s session, whose end answers 400 ExpiredToken.',
    'The details of a malformed parameter are ours; the code and the status are Google’s.',
    'x-goog-hash is left out: sound is computed as it is read, and a client would check it.',
  ],
  plain: [
    'Everything: no vendor says that its recordings lie like this, and none says what such a server answers.',
    'A path stays the same for as long as its file is there; a file that is gone answers 404.',
    'A query and an Authorization header are not looked at, as on a public web server.',
    'Ranges and conditions are judged as S3 judges them, so several ranges are answered with the whole.',
  ],
}
