import { HTTPError } from 'got'
import type { Bench } from '../../../client.ts'
import { brokenOn } from '../broken-on.ts'
import { asFetched, fetchByGot, plainGot } from '../got.ts'

/** Has got throw at refusals, as it does by itself, and logs something of the error. */
const logging =
  (bench: Bench, line: (error: Error) => string): typeof globalThis.fetch =>
  async (url, init) => {
    try {
      return await fetchByGot({ ...plainGot, throwHttpErrors: true })(url, init)
    } catch (error) {
      if (!(error instanceof HTTPError)) throw error
      bench.log(line(error))
      return asFetched(error.response)
    }
  }

/** Logs the message of got's errors, which holds the URL, signature and all. */
export const gotLogsItsErrors = brokenOn('got-logs-its-errors', {
  caughtBy: 'never-leak-a-secret',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  wrong: (bench) => logging(bench, ({ message }) => message),
  right: (bench) => logging(bench, ({ name }) => name),
})
