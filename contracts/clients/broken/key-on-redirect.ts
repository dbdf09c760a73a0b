import { broken } from '../broken-client.ts'

/** Takes the key along to wherever a redirect leads, as fetch does with all but Authorization. */
export const keyOnRedirect = broken('key-on-redirect', {
  caughtBy: 'drop-the-key-on-redirect',
  vendors: ['osvi', 'envoy', 'feather'],
  wrong: { redirectedHeaders: (headers) => headers },
  right: { redirectedHeaders: (headers, sameOrigin) => (sameOrigin ? headers : {}) },
})
