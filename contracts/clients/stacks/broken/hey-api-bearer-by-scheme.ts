import type { RequestOptions } from '@hey-api/client-fetch'
import type { Bench } from '../../../client.ts'
import { brokenOn } from '../broken-on.ts'
import { fetchByHeyApi, plainHeyApi } from '../hey-api.ts'

type Auth = NonNullable<RequestOptions['security']>[number]

/** Has the client put the key where a request is to carry one, by the security scheme of a document. */
const secured =
  (bench: Bench, scheme: Auth): typeof globalThis.fetch =>
  (url, init = {}) => {
    const headers = new Headers(init.headers)
    const key = headers.get('authorization')
    if (key === null) return fetchByHeyApi(bench, plainHeyApi)(url, init)
    headers.delete('authorization')
    return fetchByHeyApi(bench, { ...plainHeyApi, auth: key, security: [scheme] })(url, { ...init, headers })
  }

/** Declares Quo's key as a bearer token, as most keys in this header are: hey-api's client writes `Bearer` before it. */
export const heyApiBearerByScheme = brokenOn('hey-api-bearer-by-scheme', {
  caughtBy: 'ask-with-the-vendors-own-key',
  vendors: ['quo'],
  wrong: (bench) => secured(bench, { type: 'http', scheme: 'bearer' }),
  right: (bench) => secured(bench, { type: 'apiKey', name: 'Authorization' }),
})
