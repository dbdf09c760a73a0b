import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Hopes that a short code which nobody knows will be known in time. */
export const unknownCodeMayCome = broken('unknown-code-may-come', {
  caughtBy: 'an-unknown-code-is-not-found',
  vendors: ['voqo'],
  alsoBreaks: ['survive-any-error-body', 'say-what-was-told'],
  wrong: rereading((outcome) => (outcome.kind === 'not-found' ? { kind: 'processing' } : outcome)),
})
