import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { toldBefore } from './reading/of-ask.ts'
import { readHistory } from './reading/reading.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { download, witness } from './witness.ts'

export const useTheUrlByteForByte = defineRule({
  id: 'use-the-url-byte-for-byte',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['wire', 'download'],
  watched: 'requests',
  says: 'The URL requested is the URL given: no added, sorted or re-encoded parameter.',
  basis: [
    { quote: 'A signature covers the spelling of the URL.' },
    { quote: 'Measured: touching URL.searchParams turns %20 into + and breaks a signature.' },
  ],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [download()]),
  judge: (history) => {
    const reading = readHistory(history)
    const transfers = reading.exchanges.filter(({ sent, follows }) => sent.role !== 'api' && !follows)
    return judging(
      transfers,
      ({ url, sentEvent }) =>
        toldBefore(reading, url, sentEvent).length === 0 && {
          event: sentEvent,
          what: `it requested ${url}, which nobody told it`,
          allowed: 'a URL exactly as an answer spelt it',
        },
    )
  },
})
