import { listOf, objectOf } from '../../mocks/vendors/reading.ts'
import type { OutcomeSegment } from '../../mocks/world/outcome.ts'
import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { atAnswer, type Informed, informedOf, playableOf } from './reading/answered.ts'
import { isWhole } from './reading/exchange.ts'
import { readHistory } from './reading/reading.ts'
import { unfair } from './unfair.ts'
import { look, trouble, witness } from './witness.ts'

const nullable = [
  'duration',
  'startTime',
  'type',
  'duration_seconds',
  'file_size_bytes',
  'recording_start_time',
  'duration_ms',
  'bytes',
]

const hasNullMetadata = ({ telling: { exchange } }: Informed): boolean => {
  const json = objectOf(exchange.json)
  if (!json || exchange.received?.status !== 200 || !isWhole(exchange)) return false
  const items = Array.isArray(json.data) ? listOf(json.data).map((item) => objectOf(item) ?? {}) : [json]
  return items.some((item) => nullable.some((name) => item[name] === null))
}

/** Whether a client made up a duration that was null. */
const madeUp = (told: readonly OutcomeSegment[], given: readonly OutcomeSegment[]): boolean =>
  given.some(
    ({ url, durationSeconds }) =>
      url &&
      typeof durationSeconds === 'number' &&
      told.some((one) => one.url === url && one.durationSeconds === undefined),
  )

export const tolerateNullMetadata = defineRule({
  id: 'tolerate-null-metadata',
  level: 'must',
  vendors: ['quo', 'envoy', 'feather'],
  needs: ['look'],
  says: 'Any nullable field may be null without harm.',
  basis: [
    { vendor: 'quo', quote: 'Null if the recording is not completed or the duration is unknown' },
    { vendor: 'envoy', quote: 'duration_secondsdouble or null' },
    { vendor: 'feather', quote: "duration_ms: anyOf: - type: integer - type: 'null'" },
  ],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [trouble({ kind: 'null-metadata' }), look()]),
  judge: (history) => {
    const reading = readHistory(history)
    return judging(informedOf(reading, 'look').filter(hasNullMetadata), ({ ask, telling: { outcome } }) => {
      const told = outcome.kind === 'playable' ? outcome.segments : []
      return madeUp(told, playableOf(ask)?.segments ?? [])
        ? atAnswer(ask, 'it made up a duration that the vendor does not know', 'no duration')
        : unfair(reading, ask, 'told null where the document allows it')
    })
  },
})
