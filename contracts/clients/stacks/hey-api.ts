import { createClient, type RequestOptions } from '@hey-api/client-fetch'
import type { Bench } from '../../client.ts'

type Options = Partial<RequestOptions>

/** What it takes to have hey-api's client do as it is told and no more. */
export const plainHeyApi = { redirect: 'manual', parseAs: 'stream' } as const satisfies Options

/** What hey-api's client hands on of an answer. */
export interface Handed {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
}

/** The answer as it was: the client has read it where it is a refusal, and an empty one is `{}` then. */
export const asItWas = ({ error, response }: Handed): Response => {
  if (!response.bodyUsed) return response
  return new Response(typeof error === 'string' ? error : JSON.stringify(error), response)
}

/**
 * A fetch made of hey-api's client, which asks by the fetch it is handed. What no option says is as the client does it
 * by itself; storage is asked plainly.
 * @param answer makes a response of what the client hands on of the API's answer
 */
export const fetchByHeyApi = (
  { fetch, baseUrl }: Bench,
  options: Options,
  answer: (handed: Handed) => Response = asItWas,
): typeof globalThis.fetch => {
  const client = createClient({ fetch })
  // The client reads what is refused, and throws where that breaks off: a refusal is one without its body too.
  client.interceptors.response.use(async (response) =>
    response.status < 400 ? response : new Response(await response.text().catch(() => null), response),
  )
  return async (url, { headers = {}, signal = null } = {}) => {
    const { origin, pathname, search } = new URL(String(url))
    const asked = { headers, signal, baseUrl: origin, url: `${pathname}${search}` }
    return origin === new URL(baseUrl).origin
      ? answer(await client.get({ ...asked, ...options }))
      : asItWas(await client.get({ ...asked, ...plainHeyApi }))
  }
}
