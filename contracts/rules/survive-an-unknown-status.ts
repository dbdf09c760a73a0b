import { listOf, objectOf } from '../../mocks/vendors/reading.ts'
import { recordingStatuses } from '../../mocks/world/recording-status.ts'
import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { type Informed, informedOf } from './reading/answered.ts'
import { isWhole } from './reading/exchange.ts'
import { readHistory } from './reading/reading.ts'
import { unfair } from './unfair.ts'
import { look, segment, trouble, witness } from './witness.ts'

/** The words a vendor publishes; Feather publishes none. */
const published: Readonly<Record<string, ReadonlySet<unknown>>> = {
  quo: new Set(recordingStatuses),
  envoy: new Set(['AVAILABLE']),
}

const hasNewWord = (vendor: string, { telling }: Informed): boolean => {
  const { received, json: said } = telling.exchange
  const json = objectOf(said)
  if (received?.status !== 200 || !json || !isWhole(telling.exchange)) return false
  const words =
    vendor === 'quo'
      ? listOf(json.data).map((item) => objectOf(item)?.status)
      : [json.recording_status ?? json.status ?? null]
  return words.some((word) => !published[vendor]?.has(word))
}

export const surviveAnUnknownStatus = defineRule({
  id: 'survive-an-unknown-status',
  level: 'must',
  vendors: ['quo', 'envoy', 'feather'],
  should: ['envoy', 'feather'],
  needs: ['look'],
  says: 'A null or new status never crashes; without a URL it promises nothing; with a live URL both `playable` and `unknown` are right.',
  basis: [
    {
      vendor: 'quo',
      quote:
        "The current status of the call recording. examples: - completed example: completed - type: 'null'",
    },
    { vendor: 'envoy', quote: 'recording_statusstring Current recording status' },
    { vendor: 'feather', quote: 'status: type: string' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(
      vendor,
      [look({ call: 'c2' }), trouble({ kind: 'unknown-status' }), look(), look({ call: 'c2' })],
      {
        calls: [
          { ref: 'c1', segments: [segment()] },
          { ref: 'c2', segments: [segment({ status: null, link: 'none' })] },
        ],
      },
    ),
  judge: (history) => {
    const reading = readHistory(history)
    return judging(
      informedOf(reading, 'look').filter((one) => hasNewWord(history.vendor, one)),
      ({ ask }) => unfair(reading, ask, 'told a status that is null or new'),
    )
  },
})
