import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Throws where an answer says that it is no success. */
export const throwsWithoutSuccess = broken('throws-without-success', {
  caughtBy: 'honour-success-false',
  vendors: ['osvi'],
  alsoBreaks: ['tolerate-additions', 'survive-any-error-body', 'say-what-was-told'],
  wrong: {
    read: (vendor, answered, now) => {
      if (answered.status === 200 && !answered.body.startsWith('{"success":true'))
        throw new Error('the request was not successful')
      return correct.read(vendor, answered, now)
    },
  },
})
