import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Asks again for what is gone for good. */
export const asksAgainWhenFinal = broken('asks-again-when-final', {
  caughtBy: 'final-is-final',
  vendors: ['quo'],
  wrong: {
    pauseMs: (failed, tries, now) =>
      failed !== 'lost' && tries < 3 && /"status":"(absent|deleted|failed)"/.test(failed.body)
        ? 1000
        : correct.pauseMs(failed, tries, now),
  },
})
