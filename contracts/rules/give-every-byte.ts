import { defineRule } from '../define.ts'
import { finishedOf, isExact, owedOf } from './downloaded.ts'
import { judging } from './judging.ts'
import { atAnswer } from './reading/answered.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { download, segment, trouble, witness } from './witness.ts'

export const giveEveryByte = defineRule({
  id: 'give-every-byte',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['download'],
  says: 'A finished download is exactly the recording: half a body is not a short recording.',
  basis: [{ quote: 'RFC 9112 section 8: a message that ends before its Content-Length is incomplete.' }],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [trouble({ kind: 'truncate' }, 1, 'storage'), download(), download({ segment: 1 })], {
      calls: [{ ref: 'c1', segments: [segment(), segment({ id: 's2', durationSeconds: 20 })] }],
    }),
  judge: (history) =>
    judging(
      finishedOf(history).filter(({ ask }) => !ask.from),
      (finished) =>
        !isExact(finished) &&
        atAnswer(
          finished.ask,
          `it finished with ${finished.outcome.length} bytes that are not the recording's`,
          `${owedOf(finished)}, or an outcome that is no download`,
        ),
    ),
})
