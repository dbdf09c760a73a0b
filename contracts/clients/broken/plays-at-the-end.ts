import { broken } from '../broken-client.ts'

/** Takes the instant at which a URL dies for its last one. */
export const playsAtTheEnd = broken('plays-at-the-end', {
  caughtBy: 'never-hand-out-a-dead-url',
  vendors: ['osvi', 'envoy', 'feather'],
  wrong: { isFresh: ({ expiresAt }, now) => expiresAt !== undefined && now <= expiresAt },
  right: { isFresh: ({ expiresAt }, now) => expiresAt !== undefined && now < expiresAt },
})
