import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Rounds a duration before it knows that there is one. */
export const lengthOfNothing = broken('length-of-nothing', {
  caughtBy: 'tolerate-null-metadata',
  vendors: ['quo', 'envoy', 'feather'],
  alsoBreaks: [
    'only-a-ready-status-plays',
    'survive-an-unknown-status',
    'report-each-segments-own-state',
    'tell-absent-from-not-found',
    'say-what-was-told',
  ],
  wrong: {
    read: (vendor, answered, now) => {
      if (/"duration(_ms|_seconds)?":null/.test(answered.body)) throw new TypeError('duration is null')
      return correct.read(vendor, answered, now)
    },
  },
})
