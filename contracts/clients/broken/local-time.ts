import { broken } from '../broken-client.ts'
import { resegmenting } from '../rereading.ts'

/** Reads a time as local, one hour east of where it was told. */
export const localTime = broken('local-time', {
  caughtBy: 'read-the-lifetime',
  vendors: ['envoy'],
  alsoBreaks: ['never-hand-out-a-dead-url', 'a-skewed-clock-still-plays'],
  wrong: resegmenting((segments) =>
    segments.map(({ expiresAt, ...segment }) =>
      expiresAt === undefined ? segment : { ...segment, expiresAt: expiresAt + 3_600_000 },
    ),
  ),
})
