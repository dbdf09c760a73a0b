import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Tells a call that does not exist from one without a recording no more. */
export const missingIsAbsent = broken('missing-is-absent', {
  caughtBy: 'tell-absent-from-not-found',
  vendors: ['quo'],
  alsoBreaks: ['survive-any-error-body', 'tolerate-additions', 'say-what-was-told'],
  wrong: rereading((outcome) => (outcome.kind === 'not-found' ? { kind: 'absent' } : outcome)),
})
