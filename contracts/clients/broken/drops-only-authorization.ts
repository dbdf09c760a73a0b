import { broken } from '../broken-client.ts'

/** Drops the one header that fetch drops on a redirect, and keeps the vendor’s own. */
export const dropsOnlyAuthorization = broken('drops-only-authorization', {
  caughtBy: 'drop-the-key-on-redirect',
  vendors: ['osvi', 'feather'],
  wrong: {
    redirectedHeaders: ({ authorization: _, ...headers }, sameOrigin) =>
      sameOrigin && _ !== undefined ? { ...headers, authorization: _ } : headers,
  },
  right: { redirectedHeaders: (headers, sameOrigin) => (sameOrigin ? headers : {}) },
})
