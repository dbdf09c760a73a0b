import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { readHistory } from './reading/reading.ts'
import { everyVendor } from './whom.ts'
import { download, witness } from './witness.ts'

export const getNeverHead = defineRule({
  id: 'get-never-head',
  level: 'must',
  vendors: everyVendor,
  // Of the others it is not known that they store on S3.
  should: everyVendor.filter((vendor) => vendor !== 'osvi'),
  needs: ['wire', 'download'],
  watched: 'requests',
  says: 'A URL signed for GET is asked with GET; a probe is a GET of its first byte.',
  basis: [
    {
      quote:
        'A SigV4 signature covers the method: S3 answers HEAD on a signed GET with 403 SignatureDoesNotMatch.',
    },
  ],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [download()]),
  judge: (history) => {
    const { exchanges } = readHistory(history)
    return judging(
      exchanges.filter(({ sent }) => sent.role !== 'api'),
      ({ sent, sentEvent }) =>
        sent.method !== 'GET' && {
          event: sentEvent,
          what: `it asked storage with ${sent.method}`,
          allowed: 'GET, with "Range: bytes=0-0" for a probe',
        },
    )
  },
})
