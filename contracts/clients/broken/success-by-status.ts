import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Takes 200 for success and reads on. */
export const successByStatus = broken('success-by-status', {
  caughtBy: 'honour-success-false',
  vendors: ['osvi'],
  alsoBreaks: ['survive-any-error-body', 'tolerate-additions', 'say-what-was-told'],
  wrong: {
    read: (vendor, answered, now) => {
      if (answered.status === 200) JSON.parse(answered.body || '{}').data.recording_url.trim()
      return correct.read(vendor, answered, now)
    },
  },
})
