import type { Bench } from '../../client.ts'
import { broken } from '../broken-client.ts'

/** Takes an answer of storage as one piece before it is looked at. */
const gathering =
  (gather: (response: Response) => Promise<BodyInit>) =>
  ({ fetch, baseUrl }: Bench): Bench['fetch'] =>
  async (url, init) => {
    const response = await fetch(url, init)
    if (String(url).startsWith(baseUrl) || !response.ok) return response
    return new Response(await gather(response), { status: response.status, headers: response.headers })
  }

/** Reads a recording as text, which changes every byte that is none. */
export const readsBytesAsText = broken('reads-bytes-as-text', {
  caughtBy: 'give-every-byte',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['resume-where-it-stopped'],
  wrongFetch: gathering((response) => response.text()),
  rightFetch: gathering((response) => response.arrayBuffer()),
})
