import { defineRule, type Violation } from '../define.ts'
import { judging } from './judging.ts'
import { questionsOf, transfersOf } from './reading/of-ask.ts'
import { askedAfterEnd } from './reading/polling.ts'
import { readHistory } from './reading/reading.ts'
import { look, segment, witness } from './witness.ts'

/** How often one ask may look again. */
const mostPolls = 100

export const pollWithBounds = defineRule({
  id: 'poll-with-bounds',
  level: 'must',
  vendors: ['quo', 'envoy', 'feather'],
  should: ['envoy', 'feather'],
  needs: ['waits', 'wire'],
  watched: 'asks',
  says: 'While processing, polling pauses between asks, is bounded, and stops at a final state.',
  basis: [
    { vendor: 'quo', quote: '- paused - processing - stopped' },
    { vendor: 'feather', from: 'elsewhere', quote: 'Playback is blocked until the redaction pass succeeds' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [look()], { calls: [{ ref: 'c1', segments: [segment({ status: 'processing' })] }] }),
  judge: (history) => {
    const reading = readHistory(history)
    const alone = reading.asks.filter((ask) => ask.alone)
    const pending = alone.flatMap((ask) => {
      const questions = questionsOf(reading, ask)
      const transfers = transfersOf(reading, ask)
      return questions
        .filter((one) => reading.tellings.get(one)?.fair.has('processing') && one.sentEvent > ask.first)
        .map((told, count) => {
          const next = questions.find(({ sentEvent }) => sentEvent > told.receivedEvent)
          const isFetched = transfers.some(
            ({ sentEvent }) => next && sentEvent > told.receivedEvent && sentEvent < next.sentEvent,
          )
          return { told, count, next, isFetched }
        })
    })
    const { judged, violations } = judging(pending, ({ told, count, next, isFetched }) => {
      // Asked again for a new URL, where one part plays and storage has refused it, is no polling.
      if (!next || isFetched) return undefined
      const paused = next.sent.at > (told.settled?.at ?? told.sent.at)
      if (!paused)
        return {
          event: next.sentEvent,
          what: 'it polled without a pause',
          allowed: 'a pause, or `processing`',
        }
      return (
        count >= mostPolls && {
          event: next.sentEvent,
          what: `it polled ${count} times`,
          allowed: '`processing`, in the end',
        }
      )
    })
    const further = alone.flatMap((ask): Violation[] => {
      const next = askedAfterEnd(reading, ask)
      if (!next) return []
      return [
        {
          event: next.sentEvent,
          what: 'it polled on after a final answer',
          allowed: 'what it was told, at once',
        },
      ]
    })
    return { judged, violations: [...violations, ...further] }
  },
})
