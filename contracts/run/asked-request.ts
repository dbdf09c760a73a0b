/** What a call of fetch asks for, read as the Fetch standard does. */
export interface AskedRequest {
  readonly url: URL
  readonly method: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly redirect: RequestRedirect
  readonly signal: AbortSignal | undefined
}

const normalised = /^(?:delete|get|head|options|post|put)$/i

const plainName = /^[a-z0-9-]+$/
const plainValue = /^[!-~]+$/

/** Headers as the Fetch standard reads them: in order of their names. Plain ones it would leave as they are. */
const headersOf = (given: HeadersInit = {}): Readonly<Record<string, string>> => {
  const entries = Object.getPrototypeOf(given) === Object.prototype ? Object.entries(given) : undefined
  const isPlain = entries?.every(
    ([name, value]) => typeof value === 'string' && plainName.test(name) && plainValue.test(value),
  )
  if (!entries || !isPlain) return Object.fromEntries(new Headers(given))
  return Object.fromEntries(entries.length > 1 ? entries.toSorted(([a], [b]) => (a < b ? -1 : 1)) : entries)
}

const failed = (why: string): TypeError => new TypeError('fetch failed', { cause: new Error(why) })

/**
 * Reads the arguments of fetch. Plain ones are read here, since a `Request` costs as much as all the rest of a case;
 * bodies and the like are left to it.
 * @throws TypeError as fetch rejects with
 */
export const readAskedRequest = async (
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<AskedRequest> => {
  const request = input instanceof Request || init.body != null ? new Request(input, init) : undefined
  const href = request?.url ?? String(input)
  const url = URL.parse(href)
  if (!url) throw new TypeError(`Failed to parse URL from ${href}`, { cause: new TypeError('Invalid URL') })
  if (url.username !== '' || url.password !== '')
    throw new TypeError(`Request cannot be constructed from a URL that includes credentials: ${href}`)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw failed(`unknown scheme ${url.protocol}`)
  const method = request?.method ?? init.method ?? 'GET'
  const body = request?.body ? await request.text() : undefined
  return {
    url,
    method: normalised.test(method) ? method.toUpperCase() : method,
    headers: request ? Object.fromEntries(request.headers) : headersOf(init.headers),
    redirect: request?.redirect ?? init.redirect ?? 'follow',
    // A Request made of the arguments has a signal of its own that follows theirs.
    signal: init.signal ?? request?.signal ?? undefined,
    ...(body === undefined ? {} : { body }),
  }
}

const redirects = new Set([301, 302, 303, 307, 308])
const mostRedirects = 20
const boundToOrigin = new Set(['authorization', 'proxy-authorization', 'cookie', 'host'])

/**
 * Where a response sends its request on to; `undefined` where it does not, or the client wants to see for itself. To
 * another origin go all headers but those that HTTP itself knows to be bound to one: so does every fetch, and so a
 * vendor's own key header goes along.
 * @throws TypeError as fetch rejects with
 */
export const redirected = (
  asked: AskedRequest,
  { status, headers }: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
  hops: number,
): AskedRequest | undefined => {
  const { location } = headers
  if (!redirects.has(status) || location === undefined || asked.redirect === 'manual') return undefined
  if (asked.redirect === 'error') throw failed('unexpected redirect')
  if (hops >= mostRedirects) throw failed('redirect count exceeded')
  if (!URL.canParse(location, asked.url.href)) throw failed('Invalid URL')
  const url = new URL(location, asked.url)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw failed('URL scheme must be a HTTP(S) scheme')
  const { body, ...rest } = asked
  const toGet =
    (status === 303 && asked.method !== 'GET' && asked.method !== 'HEAD') ||
    (status < 303 && asked.method === 'POST')
  const headersKept = Object.entries(asked.headers).filter(
    ([name]) =>
      !(url.origin !== asked.url.origin && boundToOrigin.has(name)) &&
      !(toGet && name.startsWith('content-')),
  )
  return {
    ...rest,
    url,
    method: toGet ? 'GET' : asked.method,
    headers: Object.fromEntries(headersKept),
    ...(toGet || body === undefined ? {} : { body }),
  }
}
