import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { answeredOf, atAnswer, kindOf, saidOf } from './reading/answered.ts'
import { fairKindsOf } from './reading/fair-kinds.ts'
import { tellingsOf } from './reading/of-ask.ts'
import { readHistory } from './reading/reading.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { look, trouble, witness } from './witness.ts'

/** What says that there is no recording. An empty list of replies says that there are none. */
const missing = new Set(['absent', 'not-found', 'deleted', 'failed', 'replies'])

export const tellMissingFromBroken = defineRule({
  id: 'tell-missing-from-broken',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['look'],
  says: 'An outage, a refusal or a time-out is never reported as "no recording".',
  basis: [{ vendor: 'voqo', quote: 'Retry later if source availability is transient' }],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [
      trouble({ kind: 'status', status: 503, told: 'untold' }),
      look(),
      { do: 'calm' },
      trouble({ kind: 'reset', at: 'before-headers' }),
      look(),
      { do: 'calm' },
      trouble({ kind: 'hollow', as: 'no-data' }),
      look(),
    ]),
  judge: (history) => {
    const reading = readHistory(history)
    const broken = answeredOf(reading).filter((ask) => {
      const tellings = tellingsOf(reading, ask)
      return tellings.length > 0 && tellings.every((telling) => telling.broken)
    })
    return judging(
      broken,
      (ask) =>
        missing.has(kindOf(ask)) &&
        !fairKindsOf(reading, ask).has(kindOf(ask)) &&
        atAnswer(ask, `told nothing but trouble, ${saidOf(ask)}`, [...fairKindsOf(reading, ask)].join(', ')),
    )
  },
})
