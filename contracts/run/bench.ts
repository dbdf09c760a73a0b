import type { Bench } from '../client.ts'
import type { OpenTransport } from '../define.ts'
import type { Agenda } from './agenda.ts'
import { owner } from './owner.ts'
import type { Recorder } from './recorder.ts'

/** What every bench of one run shares. */
export interface BenchOptions {
  readonly vendor: string
  readonly transport: OpenTransport
  readonly agenda: Agenda
  readonly recorder: Recorder
  /** How far the client's clock is ahead of the world's, in milliseconds. */
  readonly skewMs: () => number
  readonly isDeaf: () => boolean
  readonly signal: AbortSignal
}

const never = (): Promise<never> => new Promise(() => {})

/** Makes what a client is handed, for one credential. */
export const benchFor = (options: BenchOptions, credentials: Readonly<Record<string, string>>): Bench => {
  const { vendor, transport, agenda, recorder, skewMs, isDeaf, signal } = options

  const sleep: Bench['sleep'] = (ms, abort) => {
    if (isDeaf()) return never()
    if (abort?.aborted) return Promise.reject(abort.reason)
    const length = ms > 0 ? Math.ceil(ms) : 0
    recorder.record({ kind: 'slept', at: agenda.now(), ms: Number.isFinite(length) ? length : -1 })
    return new Promise((resolve, reject) => {
      const wake = (): void => {
        abort?.removeEventListener('abort', stop)
        resolve()
      }
      // A wait without end is on no agenda: only its signal can end it.
      const cancel = Number.isFinite(length)
        ? agenda.add(agenda.now() + length, wake, owner.getStore())
        : () => {}
      const stop = (): void => {
        cancel()
        reject(abort?.reason)
      }
      abort?.addEventListener('abort', stop, { once: true })
    })
  }

  return {
    vendor,
    baseUrl: transport.apiOrigin,
    credentials,
    fetch: transport.fetch,
    now: () => agenda.now() + skewMs(),
    sleep,
    log: (text) => {
      if (!isDeaf()) recorder.record({ kind: 'logged', at: agenda.now(), text: String(text) })
    },
    signal,
  }
}
