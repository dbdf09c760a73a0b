import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Takes a deleted recording for one that is still to come. */
export const deletedMayCome = broken('deleted-may-come', {
  caughtBy: 'only-a-ready-status-plays',
  vendors: ['quo'],
  alsoBreaks: ['tolerate-null-metadata', 'say-what-was-told'],
  wrong: rereading((outcome) => (outcome.kind === 'deleted' ? { kind: 'processing' } : outcome)),
})
