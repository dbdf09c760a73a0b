import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { readHistory } from './reading/reading.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { download, look, trouble, witness } from './witness.ts'

export const endInBoundedTime = defineRule({
  id: 'end-in-bounded-time',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['look'],
  says: 'Every operation settles within its deadline, also when the server never answers or trickles.',
  basis: [{ quote: 'A call that never ends is neither a success nor a failure: nobody can act on it.' }],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [
      trouble({ kind: 'silence' }),
      look(),
      { do: 'calm' },
      trouble({ kind: 'trickle', bytesPerSecond: 1 }),
      look(),
      { do: 'calm' },
      trouble({ kind: 'trickle', bytesPerSecond: 1 }, undefined, 'storage'),
      download(),
    ]),
  judge: (history) => {
    const { asks } = readHistory(history)
    return judging(
      asks.filter(({ answer, hung, at }) => hung !== undefined || (answer !== undefined && answer.at > at)),
      ({ hung }) =>
        hung !== undefined && {
          event: hung,
          what: 'it never answered: nothing was left for it to wait for, or an hour had passed',
          allowed: 'an outcome, `unavailable` where nothing better is known',
        },
    )
  },
})
