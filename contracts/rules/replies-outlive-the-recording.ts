import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { answeredOf, atAnswer, informedOf, kindOf, saidOf } from './reading/answered.ts'
import { tellingsOf } from './reading/of-ask.ts'
import { readHistory } from './reading/reading.ts'
import { look, replies, segment, witness, witnessStart } from './witness.ts'

export const repliesOutliveTheRecording = defineRule({
  id: 'replies-outlive-the-recording',
  level: 'must',
  vendors: ['voqo'],
  should: ['voqo'],
  needs: ['replies'],
  says: 'Replies stay readable when the source of the recording is dead, and its code stays known.',
  basis: [{ vendor: 'voqo', quote: 'recording unavailable message; replies may still be visible' }],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [look(), replies()], {
      calls: [
        {
          ref: 'c1',
          segments: [segment({ source: 'gone' })],
          replies: [{ id: 'r1', from: '+15550100', body: 'Yes', at: witnessStart - 1000 }],
        },
      ],
    }),
  judge: (history) => {
    const reading = readHistory(history)
    const outlived = answeredOf(reading, 'replies').filter((ask) => {
      const sawDead = [...reading.tellings.values()].some(
        ({ exchange, outcome }) =>
          exchange.asks === 'recording' &&
          exchange.id === ask.id &&
          exchange.receivedEvent < ask.last &&
          outcome.kind === 'expired',
      )
      const failing = tellingsOf(reading, ask).some(
        ({ exchange, outcome }) => exchange.asks !== 'recording' && outcome.kind !== 'replies',
      )
      return sawDead && !failing && ask.alone
    })
    const replies = judging(
      outlived,
      (ask) =>
        kindOf(ask) !== 'replies' &&
        atAnswer(ask, `with the recording gone and its replies kept, ${saidOf(ask)}`, 'the replies, as told'),
    )
    // Voqo's word for a dead source says no more than that it does not play: `expired` is the best reading, not the only one.
    const gone = informedOf(reading, 'look').filter(({ telling: { outcome } }) => outcome.kind === 'expired')
    const recordings = judging(
      gone,
      ({ ask }) =>
        (kindOf(ask) === 'not-found' || kindOf(ask) === 'playable') &&
        atAnswer(ask, `told that the recording is gone, ${saidOf(ask)}`, '`expired`'),
    )
    return {
      judged: replies.judged + recordings.judged,
      violations: [...replies.violations, ...recordings.violations],
    }
  },
})
