import got, { type Response as GotResponse, type OptionsInit, ReadError, TimeoutError } from 'got'
import { headersOf } from './streamed.ts'

/** What it takes to have got do as it is told and no more. */
export const plainGot = {
  followRedirect: false,
  retry: { limit: 0 },
  throwHttpErrors: false,
} as const satisfies OptionsInit

/** What got answered, as fetch has it. */
export const asFetched = ({ statusCode, headers, rawBody }: GotResponse<unknown>): Response =>
  new Response(rawBody.length > 0 ? rawBody : null, {
    status: statusCode,
    headers: headersOf(headers),
  })

/**
 * A fetch made of got, with sockets of its own. What no option says is as got does it by itself; only a refusal whose body
 * breaks off, or takes too long, stays one, as it does where the head comes before the body.
 */
export const fetchByGot =
  (options: OptionsInit): typeof globalThis.fetch =>
  async (url, { headers, signal } = {}) => {
    try {
      return asFetched(
        await got.extend(options)(String(url), {
          headers: Object.fromEntries(new Headers(headers)),
          signal: signal ?? undefined,
          responseType: 'buffer',
          resolveBodyOnly: false,
        }),
      )
    } catch (error) {
      const isOfBody = error instanceof ReadError || error instanceof TimeoutError
      const status = isOfBody ? (error.response?.statusCode ?? 0) : 0
      if (status >= 400) return new Response(null, { status })
      throw error
    }
  }
