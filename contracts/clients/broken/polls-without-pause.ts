import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Asks again at once while a recording is being made. */
export const pollsWithoutPause = broken('polls-without-pause', {
  caughtBy: 'poll-with-bounds',
  vendors: ['quo'],
  wrong: {
    pauseMs: (failed, tries, now) =>
      failed !== 'lost' && tries < 4 && failed.body.includes('processing')
        ? 0
        : correct.pauseMs(failed, tries, now),
  },
  right: {
    pauseMs: (failed, tries, now) =>
      failed !== 'lost' && tries < 4 && failed.body.includes('processing')
        ? 1000 * tries
        : correct.pauseMs(failed, tries, now),
  },
})
