import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Takes an empty list of replies for a code that nobody knows. */
export const noRepliesNoCode = broken('no-replies-no-code', {
  caughtBy: 'no-replies-is-normal',
  vendors: ['voqo'],
  alsoBreaks: ['replies-outlive-the-recording', 'tolerate-additions', 'say-what-was-told'],
  wrong: {
    readReplies: (vendor, answered, now) => {
      const outcome = correct.readReplies(vendor, answered, now)
      return outcome.kind === 'replies' && outcome.replies.length === 0 ? { kind: 'not-found' } : outcome
    },
  },
})
