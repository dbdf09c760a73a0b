import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Says that there is no recording while it is still being made. */
export const unreadyIsAbsent = broken('unready-is-absent', {
  caughtBy: 'only-a-ready-status-plays',
  vendors: ['quo'],
  alsoBreaks: ['tolerate-null-metadata', 'say-what-was-told'],
  wrong: rereading((outcome) => (outcome.kind === 'processing' ? { kind: 'absent' } : outcome)),
})
