import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Takes an empty list for a call that does not exist. */
export const emptyIsNotFound = broken('empty-is-not-found', {
  caughtBy: 'an-empty-list-is-an-absence',
  vendors: ['quo'],
  alsoBreaks: [
    'only-a-ready-status-plays',
    'tell-absent-from-not-found',
    'tolerate-additions',
    'tolerate-null-metadata',
    'say-what-was-told',
  ],
  wrong: rereading((outcome) => (outcome.kind === 'absent' ? { kind: 'not-found' } : outcome)),
})
