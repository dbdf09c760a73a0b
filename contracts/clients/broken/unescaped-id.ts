import { broken } from '../broken-client.ts'

/** Puts the id into the path as it is. */
export const unescapedId = broken('unescaped-id', {
  caughtBy: 'escape-the-id',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: { pathSegment: (id) => (id === '' ? undefined : id) },
})
