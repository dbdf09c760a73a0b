import { broken } from '../broken-client.ts'

/** Takes a body that ends before its time for the whole. */
export const halfABody = broken('half-a-body', {
  caughtBy: 'give-every-byte',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['say-what-was-told'],
  wrong: { needsEveryByte: false },
})
