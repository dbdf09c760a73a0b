import { AsyncLocalStorage } from 'node:async_hooks'
import { install } from '@sinonjs/fake-timers'
import type { Instant } from '../../mocks/world/instant.ts'
import type { Agenda, Cancel } from './agenda.ts'

/** The globals that tell or take time, driven by an agenda while a case is run. */
export interface FakedTime {
  /** Takes the clock along, and runs what is due. */
  readonly follow: () => void
  /** Sets the clock by its skew; what a timer has left stays as it is. */
  readonly set: () => void
  /** Puts the next timer on the agenda. To be called whenever the client has come to rest. */
  readonly plan: () => void
  /** Gives the globals back. */
  readonly close: () => void
}

type Callback = (...given: readonly unknown[]) => unknown
type Timer = (run: Callback, ms?: number, ...given: readonly unknown[]) => unknown

/** Node's own modules have time-outs too: they belong to no client, and outlive its case. */
const isNodesOwn = (): boolean => /node:internal\/deps\//.test(new Error('who').stack?.split('\n')[3] ?? '')

/** Runs in the context of whoever set it, as node's own do; what it throws is nobody's and ends nothing. */
const bound = (run: Callback): Callback =>
  AsyncLocalStorage.bind((...given: readonly unknown[]) => {
    try {
      run(...given)
    } catch (error) {
      void Promise.reject(error)
    }
  })

/**
 * Fakes `Date`, `setTimeout`, `setInterval`, `performance.now` and `AbortSignal.timeout` for a client that takes time
 * from them. The engine itself looks at none of these while a case is run.
 * @param clientNow the client's clock
 */
export const fakeTime = (agenda: Agenda, clientNow: () => Instant): FakedTime => {
  const own = { setTimeout: globalThis.setTimeout, setInterval: globalThis.setInterval }
  const ownTimeout = AbortSignal.timeout
  const clock = install({
    now: clientNow(),
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    // What was set before the case is cleared by the real thing.
    shouldClearNativeTimers: true,
  })
  const setting = (real: Timer, faked: Timer): Timer => {
    const set: Timer = (run, ms, ...given) =>
      isNodesOwn() ? real(run, ms, ...given) : faked(bound(run), ms, ...given)
    return set
  }
  const faked = { setTimeout: globalThis.setTimeout, setInterval: globalThis.setInterval }
  Object.assign(globalThis, {
    setTimeout: setting(own.setTimeout as Timer, faked.setTimeout as Timer),
    setInterval: setting(own.setInterval as Timer, faked.setInterval as Timer),
  })
  AbortSignal.timeout = (ms) => {
    const late = new AbortController()
    faked.setTimeout(
      () => late.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')),
      ms,
    )
    return late.signal
  }

  const follow = (): void => {
    clock.tick(Math.max(0, clientNow() - clock.now))
  }
  let planned: Cancel = () => {}
  return {
    follow,
    set: () => clock.setSystemTime(clientNow()),
    plan: () => {
      planned()
      const due = [...(clock.timers?.values() ?? [])].map(({ callAt = 0 }) => callAt)
      if (due.length === 0) return
      planned = agenda.add(agenda.now() + Math.min(...due) - clock.now, follow)
    },
    close: () => {
      Object.assign(globalThis, faked)
      clock.uninstall()
      AbortSignal.timeout = ownTimeout
    },
  }
}
