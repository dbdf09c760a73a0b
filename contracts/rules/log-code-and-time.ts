import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { answeredOf, atAnswer, kindOf } from './reading/answered.ts'
import { readHistory } from './reading/reading.ts'
import { look, trouble, witness } from './witness.ts'

const fine = new Set(['playable', 'replies', 'downloaded', 'processing', 'absent'])

/** ISO 8601, or milliseconds since the epoch. */
const time = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}|\b\d{12,13}\b/

export const logCodeAndTime = defineRule({
  id: 'log-code-and-time',
  level: 'should',
  vendors: ['voqo'],
  needs: ['logs'],
  says: 'A failed lookup logs the short code and a timestamp.',
  basis: [{ vendor: 'voqo', quote: 'Log short code + timestamp for support diagnostics.' }],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [trouble({ kind: 'status', status: 500, told: 'untold' }), look()]),
  judge: (history) => {
    const failed = answeredOf(readHistory(history), 'look').filter((ask) => !fine.has(kindOf(ask)))
    return judging(failed, (ask) => {
      const logged = history.events.some(
        (event, index) =>
          event.kind === 'logged' &&
          index > ask.first &&
          index < ask.last &&
          event.text.includes(ask.id) &&
          time.test(event.text),
      )
      return (
        !logged &&
        atAnswer(
          ask,
          `it answered ${kindOf(ask)} and logged nothing of it`,
          'a line with the code and the time',
        )
      )
    })
  },
})
