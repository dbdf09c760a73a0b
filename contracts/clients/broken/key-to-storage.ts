import { broken } from '../broken-client.ts'

/** Sends the API key wherever it sends anything. */
export const keyToStorage = broken('key-to-storage', {
  caughtBy: 'never-send-the-key-to-storage',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: { storageHeaders: ({ credentials }) => credentials },
})
