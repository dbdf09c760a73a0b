import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { atAnswer, informedOf, kindOf } from './reading/answered.ts'
import { readHistory } from './reading/reading.ts'
import { look, segment, trouble, witness } from './witness.ts'

export const aNullUrlIsNotPlayable = defineRule({
  id: 'a-null-url-is-not-playable',
  level: 'must',
  vendors: ['quo', 'feather', 'osvi'],
  needs: ['look'],
  says: 'A null, absent or empty URL is never playable, whatever the status says.',
  basis: [
    {
      vendor: 'quo',
      quote: 'Null if the URL is not available or the recording is not accessible',
    },
    { vendor: 'feather', quote: "url: anyOf: - type: string - type: 'null'" },
    { quote: 'OSVI’s document requires nothing in the body of a 200.' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    vendor === 'osvi'
      ? witness(vendor, [trouble({ kind: 'body', as: 'other-json', status: 200 }), look()])
      : witness(vendor, [look()], { calls: [{ ref: 'c1', segments: [segment({ link: 'none' })] }] }),
  judge: (history) => {
    const reading = readHistory(history)
    const told = informedOf(reading, 'look').filter(
      ({ telling }) => telling.exchange.received?.status === 200 && !telling.broken,
    )
    const without = told.flatMap(({ ask, telling }) => {
      const { outcome } = ask.answer
      const segments = outcome && 'segments' in outcome ? outcome.segments : undefined
      const hasUrl = reading.links.some(({ exchange }) => exchange === telling.exchange)
      return hasUrl && !segments ? [] : { ask, hasUrl, segments: segments ?? [] }
    })
    return judging(without, ({ ask, hasUrl, segments }) => {
      if (!hasUrl && kindOf(ask) === 'playable')
        return atAnswer(
          ask,
          'it answered playable although the answer carries no URL',
          'any outcome that promises nothing to play',
        )
      const empty = segments.findIndex(({ state, url }) => state === 'ready' && !url)
      return (
        empty >= 0 &&
        atAnswer(
          ask,
          `it called segment ${empty} ready although it has no URL`,
          'a state that promises nothing to play',
        )
      )
    })
  },
})
