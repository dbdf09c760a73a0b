import type { Bench } from '../../client.ts'
import { broken } from '../broken-client.ts'

/** Remembers codes whose recording has no URL, and asks nothing about them any more. */
const dropping = ({ fetch }: Bench): Bench['fetch'] => {
  const dead = new Set<string>()
  return async (url, init) => {
    if (dead.has(String(url).replace(/\/replies$/, ''))) return new Response(null, { status: 404 })
    const response = await fetch(url, init)
    const text = response.ok
      ? await response
          .clone()
          .text()
          .catch(() => '')
      : ''
    if (text.includes('"url":null')) dead.add(String(url))
    return response
  }
}

/** Takes a code for dead when its recording is, with all that is said about it. */
export const dropsDeadCodes = broken('drops-dead-codes', {
  caughtBy: 'replies-outlive-the-recording',
  vendors: ['voqo'],
  alsoBreaks: ['say-what-was-told'],
  wrongFetch: dropping,
})
