import { defineRule } from '../define.ts'
import { finishedOf, isExact } from './downloaded.ts'
import { judging } from './judging.ts'
import { atAnswer } from './reading/answered.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { download, witness } from './witness.ts'

export const resumeWhereItStopped = defineRule({
  id: 'resume-where-it-stopped',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['resume'],
  says: 'A resumed download gives exactly the bytes: 206 is appended, 200 replaces, 416 restarts.',
  basis: [
    { vendor: 'envoy', quote: 'Time-limited URL for streaming the recording' },
    { quote: 'RFC 9110 section 14: a range that is not honoured comes as the whole.' },
  ],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [download({ from: 1000 }), download({ from: 900_000_000 })]),
  judge: (history) =>
    judging(
      finishedOf(history).filter(({ ask }) => ask.from),
      (finished) => {
        const { ask, outcome, truths } = finished
        if (outcome.from !== 0 && outcome.from !== ask.from)
          return atAnswer(
            ask,
            `asked to go on from byte ${ask.from}, it went on from ${outcome.from}`,
            `${ask.from}, or 0`,
          )
        return (
          !isExact(finished) &&
          atAnswer(
            ask,
            `it went on from byte ${outcome.from} with ${outcome.length} bytes that are not the recording's`,
            `the ${truths[0]?.length} bytes from there on`,
          )
        )
      },
    ),
})
