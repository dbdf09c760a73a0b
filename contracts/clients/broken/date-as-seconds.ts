import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Reads a Retry-After that is a date as a number, and so waits for nothing. */
export const dateAsSeconds = broken('date-as-seconds', {
  caughtBy: 'wait-as-told',
  vendors: ['envoy', 'feather'],
  wrong: {
    pauseMs: (failed, tries, now) => {
      const pause = correct.pauseMs(failed, tries, now)
      const isDate = failed !== 'lost' && failed.headers['retry-after']?.endsWith('GMT')
      return isDate && pause !== undefined ? 1 : pause
    },
  },
})
