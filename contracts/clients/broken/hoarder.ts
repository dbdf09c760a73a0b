import { broken } from '../broken-client.ts'

/** Keeps a URL for ever. */
export const hoarder = broken('hoarder', {
  caughtBy: 'never-hand-out-a-dead-url',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: { isFresh: () => true },
  right: { isFresh: ({ expiresAt }, now) => expiresAt !== undefined && now < expiresAt },
})
