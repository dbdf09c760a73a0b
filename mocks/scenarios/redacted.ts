import { timeline } from '../world/timeline.ts'
import { defaultWorld, recorded, withPlayable } from './default.ts'
import { defineScenario } from './define.ts'

const redactedAfterMs = 10 * 60_000

/** A recording that has to be redacted before anybody may hear it. */
export const redacted = defineScenario({
  name: 'redacted',
  title:
    'At Feather the recording is blocked until it is redacted, ten minutes after the start; elsewhere it plays.',
  world: (start, seed) =>
    withPlayable(defaultWorld(start, seed), {
      segments: [recorded(start, 'CRplayable', 'completed')],
      policy: 'redacted',
      redaction: timeline<'pending' | 'succeeded' | 'failed'>('pending', [
        start + redactedAfterMs,
        'succeeded',
      ]),
    }),
})
