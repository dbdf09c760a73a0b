import { broken } from '../broken-client.ts'

const sorted = (url: string): string => {
  const parsed = new URL(url)
  parsed.searchParams.sort()
  return parsed.href
}

/** Sorts the parameters of a signed URL. */
export const sortedQuery = broken('sorted-query', {
  caughtBy: 'use-the-url-byte-for-byte',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['tolerate-additions', 'say-what-was-told'],
  wrong: { mediaUrl: sorted },
  right: { mediaUrl: (url) => url },
})
