import { broken } from '../broken-client.ts'

/** Trusts percent-encoding alone, which leaves dots as they are. */
export const dotsEscaped = broken('dots-escaped', {
  caughtBy: 'escape-the-id',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: { pathSegment: (id) => (id === '' ? undefined : encodeURIComponent(id)) },
})
