import { broken } from '../broken-client.ts'

/** Goes on with a URL that storage has refused, because its time is not over. */
export const keepsRefusedUrl = broken('keeps-refused-url', {
  caughtBy: 'believe-storage-over-the-clock',
  vendors: ['osvi', 'envoy', 'feather'],
  alsoBreaks: ['refresh-when-the-url-has-died', 'retry-only-what-may-pass'],
  wrong: { forgetsRefused: false },
})
