import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Waits for the recording of a call that does not exist. */
export const missingMayCome = broken('missing-may-come', {
  caughtBy: 'tell-absent-from-not-found',
  vendors: ['quo'],
  alsoBreaks: ['survive-any-error-body', 'say-what-was-told'],
  wrong: rereading((outcome) => (outcome.kind === 'not-found' ? { kind: 'processing' } : outcome)),
})
