import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Paces itself, but counts over half the window that the limit is for. */
export const tenEachHalfSecond = broken('ten-each-half-second', {
  caughtBy: 'stay-within-the-quota',
  vendors: ['quo'],
  // Eleven questions are one more than a second allows.
  steps: 11,
  wrong: {
    paceMs: ({ windowMs, ...limit }, sent, now) =>
      correct.paceMs({ ...limit, windowMs: windowMs / 2 }, sent, now),
  },
  right: {
    paceMs: ({ windowMs, ...limit }, sent, now) =>
      correct.paceMs({ ...limit, windowMs: windowMs * 2 }, sent, now),
  },
})
