import { createFetch, FetchError, type FetchOptions } from 'ofetch'
import type { Bench } from '../../client.ts'

/** What it takes to have ofetch do as it is told and no more. */
export const plainOfetch = {
  redirect: 'manual',
  retry: false,
  ignoreResponseError: true,
  responseType: 'stream',
} as const satisfies FetchOptions

/**
 * A fetch made of ofetch, which asks by the fetch it is handed. What no option says is as ofetch does it by itself; what
 * the fetch below throws is thrown on as it was, because ofetch's own error holds the URL.
 */
export const fetchByOfetch =
  ({ fetch }: Bench, options: FetchOptions): typeof globalThis.fetch =>
  async (url, { redirect: _, ...init } = {}) => {
    try {
      return await createFetch({ fetch }).raw(String(url), { ...init, ...options })
    } catch (error) {
      throw error instanceof FetchError && !error.response ? error.cause : error
    }
  }

/**
 * A fetch made of ofetch that throws at refusals, as ofetch does by itself, and has them caught.
 * @param onError told of each
 */
export const catchingOfetch =
  (bench: Bench, options: FetchOptions, onError: (error: FetchError) => void = () => {}) =>
  async (...asked: Parameters<typeof globalThis.fetch>): Promise<Response> => {
    try {
      return await fetchByOfetch(bench, { ...plainOfetch, ignoreResponseError: false, ...options })(...asked)
    } catch (error) {
      if (!(error instanceof FetchError) || !error.response) throw error
      onError(error)
      return error.response
    }
  }
