import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { atAnswer, informedOf, saidOf } from './reading/answered.ts'
import { readHistory } from './reading/reading.ts'
import { replies, witness } from './witness.ts'

export const noRepliesIsNormal = defineRule({
  id: 'no-replies-is-normal',
  level: 'must',
  vendors: ['voqo'],
  should: ['voqo'],
  needs: ['replies'],
  says: 'An empty set of replies is an empty list.',
  basis: [{ vendor: 'voqo', quote: 'Handle empty reply sets as a normal state.' }],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [replies()]),
  judge: (history) => {
    const empty = informedOf(readHistory(history), 'replies').filter(
      ({ telling: { outcome } }) => outcome.kind === 'replies' && outcome.replies.length === 0,
    )
    return judging(empty, ({ ask }) => {
      const { outcome } = ask.answer
      const right = outcome?.kind === 'replies' && outcome.replies.length === 0
      return !right && atAnswer(ask, `told an empty list of replies, ${saidOf(ask)}`, 'an empty list')
    })
  },
})
