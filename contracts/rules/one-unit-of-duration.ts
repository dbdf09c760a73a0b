import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { answeredOf, atAnswer, playableOf } from './reading/answered.ts'
import { toldBefore } from './reading/of-ask.ts'
import { readHistory } from './reading/reading.ts'
import { look, segment, witness } from './witness.ts'

export const oneUnitOfDuration = defineRule({
  id: 'one-unit-of-duration',
  level: 'must',
  vendors: ['quo', 'envoy', 'feather'],
  needs: ['look'],
  says: 'Durations come out in seconds (whole seconds will do), whatever unit they came in.',
  basis: [
    { vendor: 'quo', quote: 'The length of the call recording in seconds.' },
    { vendor: 'envoy', quote: 'Recording duration in seconds' },
    { vendor: 'feather', quote: 'duration_ms: anyOf: - type: integer' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [look()], { calls: [{ ref: 'c1', segments: [segment({ durationSeconds: 61.5 })] }] }),
  judge: (history) => {
    const reading = readHistory(history)
    const given = answeredOf(reading, 'look').flatMap((ask) =>
      (playableOf(ask)?.segments ?? []).flatMap(({ url, durationSeconds }) => {
        const told = url
          ? toldBefore(reading, url, ask.answer.event).flatMap(
              ({ segment: one }) => one?.durationSeconds ?? [],
            )
          : []
        return durationSeconds !== undefined && told.length > 0 ? { ask, durationSeconds, told } : []
      }),
    )
    return judging(
      given,
      ({ ask, durationSeconds, told }) =>
        !told.some((seconds) => Math.abs(seconds - durationSeconds) < 1) &&
        atAnswer(ask, `it answered a duration of ${durationSeconds} seconds`, `${told[0]} seconds, as told`),
    )
  },
})
