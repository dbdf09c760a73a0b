import { broken } from '../broken-client.ts'

/** Adds a parameter to a signed URL, so that no cache answers. */
export const cacheBuster = broken('cache-buster', {
  caughtBy: 'use-the-url-byte-for-byte',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['tolerate-additions', 'say-what-was-told'],
  wrong: { mediaUrl: (url) => `${url}&fresh=1` },
  right: { mediaUrl: (url) => url },
})
