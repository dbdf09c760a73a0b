import { broken } from '../broken-client.ts'

/** Sends storage the cookie that its session with the API goes by. */
export const cookieToStorage = broken('cookie-to-storage', {
  caughtBy: 'never-send-the-key-to-storage',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: {
    storageHeaders: ({ credentials }) => ({ cookie: `session=${Object.values(credentials).join()}` }),
  },
  right: { storageHeaders: () => ({ accept: 'audio/*' }) },
})
