import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Asks again as long as there is no URL, whatever the status says. */
export const asksUntilThereIsAUrl = broken('asks-until-there-is-a-url', {
  caughtBy: 'final-is-final',
  vendors: ['quo'],
  wrong: {
    pauseMs: (failed, tries, now) =>
      failed !== 'lost' && tries < 4 && failed.body.includes('"url":null')
        ? 1000 * tries
        : correct.pauseMs(failed, tries, now),
  },
  right: {
    pauseMs: (failed, tries, now) =>
      failed !== 'lost' && tries < 4 && /"(processing|in-progress|paused|stopping)"/.test(failed.body)
        ? 1000 * tries
        : correct.pauseMs(failed, tries, now),
  },
})
