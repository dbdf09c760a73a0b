import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Reports a short code that nobody knows as an outage. */
export const unknownCodeIsDown = broken('unknown-code-is-down', {
  caughtBy: 'an-unknown-code-is-not-found',
  vendors: ['voqo'],
  alsoBreaks: ['survive-any-error-body', 'tolerate-additions', 'say-what-was-told'],
  wrong: rereading((outcome) => (outcome.kind === 'not-found' ? { kind: 'unavailable' } : outcome)),
})
