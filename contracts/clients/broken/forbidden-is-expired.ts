import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Reads every 403 as storage means it: the link is dead. */
export const forbiddenIsExpired = broken('forbidden-is-expired', {
  caughtBy: 'api-403-is-not-an-expired-url',
  vendors: ['quo', 'envoy'],
  alsoBreaks: ['say-what-was-told'],
  wrong: rereading((outcome) => (outcome.kind === 'forbidden' ? { kind: 'expired' } : outcome)),
})
