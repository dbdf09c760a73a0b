import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { readHistory } from './reading/reading.ts'
import { secretIn } from './reading/secrets.ts'
import { keyedVendors } from './whom.ts'
import { download, witness } from './witness.ts'

export const neverSendTheKeyToStorage = defineRule({
  id: 'never-send-the-key-to-storage',
  level: 'must',
  vendors: keyedVendors,
  needs: ['wire', 'download'],
  watched: 'requests',
  says: 'A request to a recording URL carries no API credential, cookie or organisation header.',
  basis: [
    {
      quote:
        'S3 answers an Authorization header beside a signed query with 400 "Only one auth mechanism allowed".',
    },
    { quote: 'CWE-200: a key shown to another party is a leaked key.' },
  ],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [download()]),
  judge: (history) => {
    const { exchanges, vendor } = readHistory(history)
    const transfers = exchanges.filter(
      ({ sent, follows }) => sent.role !== 'api' && follows?.sent.role !== 'api',
    )
    return judging(transfers, (exchange) => {
      const secret = secretIn(exchange, vendor)
      return (
        secret !== undefined && {
          event: exchange.sentEvent,
          what: `it sent ${secret} to storage`,
          allowed: 'a request that carries the signed URL and nothing that tells who asks',
        }
      )
    })
  },
})
