import { broken } from '../broken-client.ts'

/** Takes the first refusal of a URL for the last word. */
export const givesUpWhenRefused = broken('gives-up-when-refused', {
  caughtBy: 'refresh-when-the-url-has-died',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: { refreshes: 0 },
  right: { refreshes: 1 },
})
