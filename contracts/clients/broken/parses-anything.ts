import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Parses every body as JSON, and throws where it is none. */
export const parsesAnything = broken('parses-anything', {
  caughtBy: 'survive-any-error-body',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['tell-absent-from-not-found', 'say-what-was-told'],
  wrong: {
    read: (vendor, answered, now) => {
      JSON.parse(answered.body)
      return correct.read(vendor, answered, now)
    },
  },
})
