import type { Bench } from '../client.ts'
import type { Turn } from './pace.ts'
import type { Policy } from './policy.ts'

const mostHops = 5

/** Where a response sends its request on to, if it does. */
const nextUrl = (response: Response, from: string): string | undefined => {
  const location = response.headers.get('location')
  return response.status >= 300 && response.status < 400 && location
    ? new URL(location, from).href
    : undefined
}

/** Fetches and follows redirects by hand, because fetch would take a vendor's own key header along to any origin. */
export const fetchFollowing = async (
  bench: Bench,
  policy: Policy,
  url: string,
  init: {
    readonly method?: string
    readonly headers: Readonly<Record<string, string>>
    readonly signal: AbortSignal
    /** What a request to the API waits for before it follows a redirect there. */
    readonly turn?: Turn
  },
): Promise<Response> => {
  const { turn, headers: first, ...rest } = init
  let [at, headers] = [url, first]
  for (let hops = 0; ; hops++) {
    const response = await bench.fetch(at, { ...rest, headers: { ...headers }, redirect: 'manual' })
    const next = nextUrl(response, at)
    if (next === undefined || hops === mostHops) return response
    await response.body?.cancel()
    const sameOrigin = new URL(next).origin === new URL(at).origin
    headers = policy.redirectedHeaders(headers, sameOrigin)
    if (sameOrigin) await turn?.(init.signal)
    at = next
  }
}
