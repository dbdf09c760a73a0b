import ky, { isHTTPError, type Options } from 'ky'
import type { Bench } from '../../client.ts'

/** What it takes to have ky do as it is told and no more. */
export const plainKy = {
  redirect: 'manual',
  retry: 0,
  throwHttpErrors: false,
  timeout: false,
} as const satisfies Options

/** A fetch made of ky, which asks by the fetch it is handed. What no option says is as ky does it by itself. */
export const fetchByKy =
  ({ fetch }: Bench, options: Options): typeof globalThis.fetch =>
  (url, { redirect: _, ...init } = {}) =>
    ky(url, { ...init, fetch, ...options })

/** The same, with refusals thrown, as ky does by itself, and caught: their bodies have been read by then. */
export const catchingKy =
  (bench: Bench, options: Options = {}) =>
  async (...asked: Parameters<typeof globalThis.fetch>): Promise<Response> => {
    try {
      return await fetchByKy(bench, { ...plainKy, throwHttpErrors: true, ...options })(...asked)
    } catch (error) {
      if (!isHTTPError(error)) throw error
      const { data, response } = error
      return new Response(typeof data === 'string' ? data : JSON.stringify(data), response)
    }
  }
