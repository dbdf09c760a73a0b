import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Asks again until a recording is made, however long that takes. */
export const pollsForEver = broken('polls-for-ever', {
  caughtBy: 'poll-with-bounds',
  vendors: ['quo'],
  alsoBreaks: ['end-in-bounded-time'],
  wrong: {
    pauseMs: (failed, tries, now) =>
      failed !== 'lost' && failed.body.includes('"processing"') ? 5000 : correct.pauseMs(failed, tries, now),
  },
  right: {
    pauseMs: (failed, tries, now) =>
      failed !== 'lost' && tries < 12 && failed.body.includes('"processing"')
        ? 5000
        : correct.pauseMs(failed, tries, now),
  },
})
