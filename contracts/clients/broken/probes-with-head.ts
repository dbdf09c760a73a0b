import type { Bench } from '../../client.ts'
import { broken } from '../broken-client.ts'

/** Asks storage before a transfer begins, in one way or another, whether there is something. */
const probing =
  (probe: RequestInit & { readonly headers?: Readonly<Record<string, string>> }) =>
  ({ fetch, baseUrl }: Bench): Bench['fetch'] =>
  async (url, init) => {
    if (!String(url).startsWith(baseUrl) && !new Headers(init?.headers).has('range')) {
      const first = await fetch(url, { ...init, ...probe })
      if (first.status >= 400) return first
      // To its end: a probe that breaks off says that storage is not well.
      await first.arrayBuffer()
    }
    return fetch(url, init)
  }

/** Probes with HEAD, as one does where no method is signed, and then asks with GET. */
export const probesWithHead = broken('probes-with-head', {
  caughtBy: 'get-never-head',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  wrongFetch: probing({ method: 'HEAD', headers: {} }),
  rightFetch: probing({ headers: { range: 'bytes=0-0' } }),
})
