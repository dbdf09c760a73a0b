import type { Bench } from '../../client.ts'
import { broken } from '../broken-client.ts'

/** Asks storage before each transfer, in one way or another, whether there is something. */
const probing =
  (probe: RequestInit & { readonly headers?: Readonly<Record<string, string>> }) =>
  ({ fetch, baseUrl }: Bench): Bench['fetch'] =>
  async (url, init) => {
    if (!String(url).startsWith(baseUrl)) {
      const first = await fetch(url, { ...init, ...probe })
      if (first.status >= 400) return first
      await first.body?.cancel()
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
