import { defineRule, type Violation } from '../define.ts'
import type { History } from '../history.ts'
import { type Finished, finishedOf, isExact, owedOf } from './downloaded.ts'
import { judging } from './judging.ts'
import { goesOn, type Stuck, stuckIn } from './no-way-on.ts'
import { atAnswer, kindOf, saidOf } from './reading/answered.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { download, trouble, witness } from './witness.ts'

/** Whether it was asked to go on from somewhere, or went on by itself with what had broken off. */
const isResumed =
  ({ events }: History) =>
  ({ ask }: Finished): boolean =>
    Boolean(ask.from) ||
    events.some(
      (event) =>
        event.kind === 'sent' &&
        event.role === 'storage' &&
        event.during.includes(ask.ask) &&
        goesOn(event.headers),
    )

const otherBytes = (finished: Finished): Violation | false => {
  const { ask, outcome } = finished
  if (outcome.from !== 0 && outcome.from !== ask.from)
    return atAnswer(
      ask,
      `asked to go on from byte ${ask.from ?? 0}, it went on from ${outcome.from}`,
      `${ask.from ?? 0}, or 0`,
    )
  return (
    !isExact(finished) &&
    atAnswer(
      ask,
      `it went on from byte ${outcome.from} with ${outcome.length} bytes that are not the recording's`,
      `${owedOf(finished)} from there on`,
    )
  )
}

/** A client that has gone on by itself, to where it cannot, has to begin anew. */
const gaveUp = ({ ask, why }: Stuck): Violation | false =>
  kindOf(ask) !== 'downloaded' &&
  atAnswer(ask, `${saidOf(ask)} when ${why}`, 'the whole, asked for from its first byte on')

export const resumeWhereItStopped = defineRule({
  id: 'resume-where-it-stopped',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['resume'],
  says: 'A resumed download gives exactly the bytes: 206 is appended, 200 replaces, 416 and another ETag restart.',
  basis: [
    { vendor: 'envoy', quote: 'Time-limited URL for streaming the recording' },
    { quote: 'RFC 9110 section 14.2: a server MAY ignore the Range header field; then the whole comes.' },
    { quote: 'RFC 9110 section 15.3.7.3: parts may be combined only where they share a strong validator.' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [
      download({ from: 1000 }),
      download({ from: 900_000_000 }),
      trouble({ kind: 'other-bytes', as: 'whole' }, 1, 'storage'),
      download({ from: 1000 }),
      trouble({ kind: 'other-bytes', as: 'elsewhere' }, 1, 'storage'),
      download({ from: 1000 }),
      trouble({ kind: 'truncate' }, 1, 'storage'),
      trouble({ kind: 'status', status: 416, told: 'untold' }, 1, 'storage', 1),
      download(),
      trouble({ kind: 'truncate' }, 1, 'storage'),
      trouble({ kind: 'other-bytes', as: 'replaced' }, undefined, 'storage', 1),
      download(),
    ]),
  judge: (history) =>
    judging(
      [
        ...finishedOf(history)
          .filter(isResumed(history))
          .map((finished) => () => otherBytes(finished)),
        ...stuckIn(history).map((stuck) => () => gaveUp(stuck)),
      ],
      (judge) => judge(),
    ),
})
