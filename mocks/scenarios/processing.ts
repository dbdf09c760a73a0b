import type { RecordingStatus } from '../world/recording-status.ts'
import { timeline } from '../world/timeline.ts'
import { defaultWorld, recorded, withPlayable } from './default.ts'
import { defineScenario } from './define.ts'

const readyAfterMs = 10 * 60_000

/** A recording that is not ready yet. */
export const processing = defineScenario({
  name: 'processing',
  title: 'The recording is being processed, and ready ten minutes after the start.',
  world: (start, seed) =>
    withPlayable(defaultWorld(start, seed), {
      segments: [
        {
          ...recorded(start, 'CRplayable', 'processing'),
          status: timeline<RecordingStatus | null>('processing', [start + readyAfterMs, 'completed']),
        },
      ],
    }),
})
