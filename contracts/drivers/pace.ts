import { setTimeout as delay } from 'node:timers/promises'
import { PlayheadError } from '../../mocks/world/error.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import type { RecordingClient } from '../client.ts'

// Held from the start: a client in this process may run under a faked clock.
const realNow = Date.now

/**
 * How far from a boundary a client is asked, in real milliseconds: whatever it does within so long is on one side of it.
 */
export const clearMs = 1000

/** Keeps a run and a client that has the real clock alone together. */
export interface Pace {
  /** Waits until no boundary is near, and the real clock shows at least `now`. @returns what it shows */
  readonly keepTime: (now: Instant, boundaries: readonly Instant[]) => Promise<Instant>
  /** The same client, with an eye on how long it works. */
  readonly watched: (client: RecordingClient) => RecordingClient
  /** Waits for what the run counts as time that passes, so that it puts nothing out of pace. */
  readonly waiting: <T>(wait: () => Promise<T>) => Promise<T>
  /** What shows that it is chance what was seen. */
  readonly fault: () => PlayheadError | undefined
}

/** The first instant from `at` on that is clear of every boundary. @param boundaries in time order */
export const clearOf = (at: Instant, boundaries: readonly Instant[]): Instant =>
  boundaries.reduce(
    (clear, boundary) => (Math.abs(clear - boundary) < clearMs ? boundary + clearMs : clear),
    at,
  )

/** Opens the pace of one case. */
export const openPace = (): Pace => {
  let lateMs = 0
  let waitedMs = 0
  let since: number | undefined
  const waited = (): number => waitedMs + (since === undefined ? 0 : realNow() - since)

  const keepTime: Pace['keepTime'] = async (now, boundaries) => {
    for (;;) {
      const real = realNow()
      const clear = clearOf(Math.max(now, real), boundaries)
      if (clear <= real) return real
      await delay(clear - real)
    }
  }

  return {
    keepTime,
    waiting: async (wait) => {
      since = realNow()
      try {
        return await wait()
      } finally {
        waitedMs = waited()
        since = undefined
      }
    },
    watched: (client) => {
      const timed =
        <A extends readonly unknown[], R>(ask: (...given: A) => Promise<R>) =>
        async (...given: A): Promise<R> => {
          const begun = realNow() - waited()
          try {
            return await ask(...given)
          } finally {
            lateMs = Math.max(lateMs, realNow() - waited() - begun)
          }
        }
      const { getRecording, download, listReplies } = client
      return {
        getRecording: timed(getRecording),
        ...(download ? { download: timed(download) } : {}),
        ...(listReplies ? { listReplies: timed(listReplies) } : {}),
      }
    },
    fault: () =>
      lateMs < clearMs
        ? undefined
        : new PlayheadError({
            code: 'out-of-pace',
            act: `Cannot tell what the client knew: it has the real clock alone, and was busy for ${lateMs} ms where less than ${clearMs} are sure`,
            cure: 'Run it again on a machine with less to do, or give the driver a clock that the suite moves: "hooked".',
          }),
  }
}
