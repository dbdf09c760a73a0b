import { broken } from '../broken-client.ts'

/** Tells its key in every header that might be the right one. */
export const keyInEveryHeader = broken('key-in-every-header', {
  caughtBy: 'ask-with-the-vendors-own-key',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: { headers: ({ credentials }) => ({ ...credentials, 'x-auth': Object.values(credentials).join() }) },
})
