import { recordingStatuses } from '../../../mocks/world/recording-status.ts'
import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

const known = new Set<string | undefined>(recordingStatuses)

/** Has no case for a status that its document does not list. */
export const knownWordsOnly = broken('known-words-only', {
  caughtBy: 'survive-an-unknown-status',
  vendors: ['quo'],
  alsoBreaks: ['tolerate-null-metadata', 'say-what-was-told'],
  wrong: {
    read: (vendor, answered, now) => {
      const words = [...answered.body.matchAll(/"status":"([^"]*)"/g)].map(([, word]) => word)
      if (words.some((word) => !known.has(word))) throw new TypeError('unknown status')
      return correct.read(vendor, answered, now)
    },
  },
})
