import { broken } from '../broken-client.ts'
import { resegmenting } from '../rereading.ts'

/** Takes every vendor’s duration for milliseconds, since one tells them so. */
export const dividesEveryDuration = broken('divides-every-duration', {
  caughtBy: 'one-unit-of-duration',
  vendors: ['quo', 'envoy'],
  wrong: resegmenting((segments) =>
    segments.map(({ durationSeconds, ...segment }) =>
      durationSeconds === undefined ? segment : { ...segment, durationSeconds: durationSeconds / 1000 },
    ),
  ),
})
