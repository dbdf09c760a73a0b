import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Believes a good status although there is no URL. */
export const statusOverUrl = broken('status-over-url', {
  caughtBy: 'a-null-url-is-not-playable',
  vendors: ['quo', 'osvi', 'feather'],
  alsoBreaks: [
    'only-a-ready-status-plays',
    'survive-an-unknown-status',
    'honour-success-false',
    'tolerate-additions',
    'tolerate-null-metadata',
    'say-what-was-told',
  ],
  wrong: {
    read: (vendor, answered, now) => {
      const outcome = correct.read(vendor, answered, now)
      return answered.status === 200 && outcome.kind === 'unknown'
        ? { kind: 'playable', segments: [{ state: 'ready' }] }
        : outcome
    },
  },
})
