import type { FetchOf } from './broken-on.ts'

/** Longer than a careful client waits, and an end all the same. */
const limitMs = 60_000

/** The same fetch with a limit on time, to the last byte. */
export const limited =
  (fetchOf: FetchOf): FetchOf =>
  (bench) =>
  (url, { signal, ...init } = {}) => {
    const limit = AbortSignal.timeout(limitMs)
    return fetchOf(bench)(url, { ...init, signal: signal ? AbortSignal.any([signal, limit]) : limit })
  }
