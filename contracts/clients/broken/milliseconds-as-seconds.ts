import { broken } from '../broken-client.ts'
import { resegmenting } from '../rereading.ts'

/** Hands milliseconds on as seconds. */
export const millisecondsAsSeconds = broken('milliseconds-as-seconds', {
  caughtBy: 'one-unit-of-duration',
  vendors: ['feather'],
  wrong: resegmenting((segments) =>
    segments.map(({ durationSeconds, ...segment }) =>
      durationSeconds === undefined ? segment : { ...segment, durationSeconds: durationSeconds * 1000 },
    ),
  ),
})
