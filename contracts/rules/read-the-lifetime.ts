import { toIso } from '../../mocks/world/instant.ts'
import { defineRule, type Violation } from '../define.ts'
import { judging } from './judging.ts'
import { type Answered, answeredOf, atAnswer, playableOf } from './reading/answered.ts'
import { toldBefore } from './reading/of-ask.ts'
import { type Reading, readHistory } from './reading/reading.ts'
import { look, witness } from './witness.ts'

/** Some clients keep whole seconds; rounding down is safe. */
const roundingMs = 1000

const judge = (reading: Reading, ask: Answered): Violation | undefined => {
  for (const { url, expiresAt } of playableOf(ask)?.segments ?? []) {
    const told = url ? toldBefore(reading, url, ask.answer.event) : []
    if (told.length === 0 || expiresAt === undefined) continue
    const fits = told.some(
      ({ dies }) => dies && expiresAt > dies.earliest - roundingMs && expiresAt <= dies.latest,
    )
    if (fits) continue
    const end = told.at(-1)?.dies?.latest
    const allowed =
      end === undefined ? 'no expiresAt: no lifetime was told' : `expiresAt ${toIso(end)}, as told`
    return atAnswer(ask, `it answered that the URL lives until ${toIso(expiresAt)}`, allowed)
  }
  return undefined
}

export const readTheLifetime = defineRule({
  id: 'read-the-lifetime',
  level: 'must',
  vendors: ['osvi', 'envoy', 'feather'],
  needs: ['look'],
  says: 'The lifetime comes from the response (relative, absolute or untold), never from a constant.',
  basis: [
    { vendor: 'osvi', quote: 'expires_in_seconds' },
    { vendor: 'envoy', quote: 'When the playback URL expires' },
    { vendor: 'feather', quote: 'expires_in' },
  ],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [look()], { lifetimeSeconds: 61 }),
  judge: (history) => {
    const reading = readHistory(history)
    return judging(
      answeredOf(reading, 'look').filter((ask) =>
        playableOf(ask)?.segments.some(({ expiresAt }) => expiresAt !== undefined),
      ),
      (ask) => judge(reading, ask),
    )
  },
})
