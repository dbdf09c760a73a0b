import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Looks into the first reply before it knows that there is one. */
export const readsTheFirstReply = broken('reads-the-first-reply', {
  caughtBy: 'no-replies-is-normal',
  vendors: ['voqo'],
  alsoBreaks: ['say-what-was-told'],
  wrong: {
    readReplies: (vendor, answered, now) => {
      const outcome = correct.readReplies(vendor, answered, now)
      if (outcome.kind === 'replies' && !outcome.replies[0]) throw new TypeError('there is no first reply')
      return outcome
    },
  },
})
