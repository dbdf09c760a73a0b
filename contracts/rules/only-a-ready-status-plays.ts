import { listOf, objectOf, textOf } from '../../mocks/vendors/reading.ts'
import type { OutcomeSegment } from '../../mocks/world/outcome.ts'
import { recordingStatuses } from '../../mocks/world/recording-status.ts'
import { defineRule, type Violation } from '../define.ts'
import { judging } from './judging.ts'
import { atAnswer, type Informed, informedOf } from './reading/answered.ts'
import { mayBeDead } from './reading/fair-kinds.ts'
import { type Reading, readHistory } from './reading/reading.ts'
import { unfair } from './unfair.ts'
import { look, segment, witness } from './witness.ts'

/** What Envoy publishes: one word. */
const published = { quo: new Set<string>(recordingStatuses), envoy: new Set(['AVAILABLE']) }

const wordsIn = ({ telling }: Informed, vendor: string): readonly string[] => {
  const json = objectOf(telling.exchange.json)
  return vendor === 'envoy'
    ? [textOf(json?.recording_status) ?? '']
    : listOf(json?.data).map((item) => textOf(objectOf(item)?.status) ?? '')
}

const segmentsOf = ({ outcome }: { readonly outcome?: unknown }): readonly OutcomeSegment[] =>
  listOf(objectOf(outcome)?.segments) as readonly OutcomeSegment[]

const judge = (reading: Reading, informed: Informed, words: readonly string[]): Violation | undefined => {
  const { ask, telling } = informed
  const wrongKind = unfair(reading, ask, `told ${words.join(', ')}`)
  if (wrongKind) return wrongKind
  const told = segmentsOf(telling)
  const given = segmentsOf({ outcome: ask.answer.outcome })
  const wrong = given.findIndex(({ state }, index) => {
    const right = told[index]?.state
    // What is unknown, or undocumented as `stopped` is, may be read with more or less trust.
    if (!right || right === 'unknown' || words[index] === 'stopped') return false
    if (right === 'ready' && state === 'expired' && mayBeDead(reading, telling, ask.answer.event))
      return false
    return state !== right && !(right === 'ready' && state === 'unknown')
  })
  return given.length === told.length && wrong >= 0
    ? atAnswer(
        ask,
        `told ${words[wrong]}, it called segment ${wrong} ${given[wrong]?.state}`,
        told[wrong]?.state ?? '',
      )
    : undefined
}

export const onlyAReadyStatusPlays = defineRule({
  id: 'only-a-ready-status-plays',
  level: 'must',
  vendors: ['quo', 'envoy'],
  needs: ['look'],
  says: 'Each published status maps to its own outcome; a published unready one never plays.',
  basis: [
    { vendor: 'quo', quote: `enum: - ${recordingStatuses.join(' - ')}` },
    { vendor: 'envoy', from: 'elsewhere', quote: 'recording_status: "AVAILABLE"' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(
      vendor,
      ['c1', 'c2', 'c3', 'c4'].map((call) => look({ call })),
      {
        calls: (['completed', 'in-progress', 'deleted', 'failed'] as const).map((status, index) => ({
          ref: `c${index + 1}`,
          segments: [segment({ status })],
        })),
      },
    ),
  judge: (history) => {
    const words = published[history.vendor === 'envoy' ? 'envoy' : 'quo']
    const reading = readHistory(history)
    const informed = informedOf(reading, 'look').filter((one) => {
      const given = wordsIn(one, history.vendor)
      const { received, settled } = one.telling.exchange
      return (
        received?.status === 200 &&
        settled?.how === 'complete' &&
        given.length > 0 &&
        given.every((word) => words.has(word))
      )
    })
    return judging(informed, (one) => judge(reading, one, wordsIn(one, history.vendor)))
  },
})
