import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** How many fields an answer has by the vendors' documents. */
const most: Readonly<Record<string, number>> = { osvi: 2, envoy: 8, feather: 5 }

/** Refuses an answer that has one field more than its document. */
export const countsFields = broken('counts-fields', {
  caughtBy: 'tolerate-additions',
  vendors: ['osvi', 'envoy', 'feather'],
  alsoBreaks: ['only-a-ready-status-plays', 'survive-an-unknown-status', 'say-what-was-told'],
  wrong: {
    read: (vendor, answered, now) => {
      const outcome = correct.read(vendor, answered, now)
      if (outcome.kind !== 'playable') return outcome
      const fields = Object.keys(JSON.parse(answered.body)).length
      return fields > (most[vendor.id] ?? fields) ? { kind: 'unavailable' } : outcome
    },
  },
})
