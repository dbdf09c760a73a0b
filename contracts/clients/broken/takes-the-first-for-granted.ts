import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Looks into the first of a list before it knows that there is one. */
export const takesTheFirstForGranted = broken('takes-the-first-for-granted', {
  caughtBy: 'an-empty-list-is-an-absence',
  vendors: ['quo'],
  alsoBreaks: ['tell-absent-from-not-found', 'say-what-was-told'],
  wrong: {
    read: (vendor, answered, now) => {
      const outcome = correct.read(vendor, answered, now)
      if (outcome.kind === 'absent' && !outcome.segments) throw new TypeError('the list has no first item')
      return outcome
    },
  },
})
