import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Looks for an error’s meaning in its body alone, and finds none in a page. */
export const pagesAreUnknown = broken('pages-are-unknown', {
  caughtBy: 'survive-any-error-body',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['tell-absent-from-not-found', 'say-what-was-told'],
  wrong: {
    read: (vendor, answered, now) =>
      answered.status >= 400 && !answered.body.startsWith('{')
        ? { kind: 'unknown' }
        : correct.read(vendor, answered, now),
  },
})
