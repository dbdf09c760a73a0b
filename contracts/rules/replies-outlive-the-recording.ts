import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { answeredOf, atAnswer, kindOf, saidOf } from './reading/answered.ts'
import { tellingsOf } from './reading/of-ask.ts'
import { readHistory } from './reading/reading.ts'
import { look, replies, segment, witness, witnessStart } from './witness.ts'

export const repliesOutliveTheRecording = defineRule({
  id: 'replies-outlive-the-recording',
  level: 'must',
  vendors: ['voqo'],
  should: ['voqo'],
  needs: ['replies'],
  says: 'Replies stay readable when the source of the recording is dead.',
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
    return judging(
      outlived,
      (ask) =>
        kindOf(ask) !== 'replies' &&
        atAnswer(ask, `with the recording gone and its replies kept, ${saidOf(ask)}`, 'the replies, as told'),
    )
  },
})
