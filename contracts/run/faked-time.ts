import { AsyncLocalStorage } from 'node:async_hooks'
import promises from 'node:timers/promises'
import { install } from '@sinonjs/fake-timers'
import type { Instant } from '../../mocks/world/instant.ts'
import type { Agenda, Cancel } from './agenda.ts'
import { unwatched, watchNativeTimers } from './native-timers.ts'
import { type ClearTimer, realTimers, relayTo, type SetTimer } from './relayed-timers.ts'
import { takeSocketTimeouts } from './socket-timeouts.ts'

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

/** A timer as node hands it out. */
interface Handle {
  readonly hasRef: () => boolean
  readonly unref: () => unknown
  refresh: () => unknown
}

/** How often what a client has set without keeping the process alive is run once its case is over. */
const mostChores = 10

/** Node's own modules have time-outs too: they belong to no client, and outlive its case. */
const isNodesOwn = (): boolean => /node:internal\/deps\//.test(new Error('who').stack?.split('\n')[4] ?? '')

/** Runs in the context of whoever set it, as node's own do; what it throws is nobody's and ends nothing. */
const bound = (run: Callback): Callback =>
  AsyncLocalStorage.bind((...given: readonly unknown[]) => {
    try {
      run(...given)
    } catch (error) {
      void Promise.reject(error)
    }
  })

const abortLate = (setTimeout: SetTimer, ms: number): AbortSignal => {
  const late = new AbortController()
  const why = (): DOMException => new DOMException('The operation was aborted due to timeout', 'TimeoutError')
  setTimeout(() => late.abort(why()), ms)
  return late.signal
}

/**
 * Fakes `Date`, `performance.now`, every timer of node's and the idle time-outs of its sockets for a client that takes
 * time from them. The engine itself looks at none of these while a case is run.
 * @param clientNow the client's clock
 */
export const fakeTime = (agenda: Agenda, clientNow: () => Instant): FakedTime => {
  const clock = install({
    now: clientNow(),
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  })
  const faked = {
    setTimeout: globalThis.setTimeout as SetTimer,
    setInterval: globalThis.setInterval as SetTimer,
    clearTimeout: globalThis.clearTimeout as ClearTimer,
  }
  const renewed = new WeakMap<object, unknown>()
  const chores = new Map<Handle, () => void>()
  const clear: ClearTimer = (timer) => {
    const last = (timer instanceof Object && renewed.get(timer)) || timer
    chores.delete(last as Handle)
    // What was set outside of this case is cleared by the real thing.
    const isIts = clock.timers?.has(Number(last))
    ;(isIts ? faked : realTimers).clearTimeout(last)
  }
  const set: SetTimer = (run, ms, ...given) => {
    if (isNodesOwn()) return unwatched(() => realTimers.setTimeout(run, ms, ...given))
    const go = bound(run)
    const handle = faked.setTimeout(() => {
      chores.delete(handle)
      go(...given)
    }, ms) as Handle
    chores.set(handle, () => go(...given))
    // A timer that is kept for good, as undici's, is set going in the case that refreshes it, or outside of any.
    handle.refresh = () => {
      clearTimeout(handle as unknown as number)
      const next = setTimeout(run, ms, ...given)
      if (!handle.hasRef()) next.unref()
      renewed.set(handle, next)
      return handle
    }
    return handle
  }
  const giveBack = relayTo({
    setTimeout: set,
    setInterval: (run, ms, ...given) =>
      isNodesOwn()
        ? unwatched(() => realTimers.setInterval(run, ms, ...given))
        : faked.setInterval(bound(run), ms, ...given),
    clearTimeout: clear,
    clearInterval: clear,
    pause: promises.setTimeout,
    pauses: promises.setInterval,
    timeout: (ms) => abortLate(faked.setTimeout, ms),
    dateNow: () => clock.now,
    performanceNow: () => clock.performance.now(),
  })
  const endWatch = watchNativeTimers()
  const giveSocketsBack = takeSocketTimeouts(globalThis.setTimeout as SetTimer, clear)

  const follow = (): void => {
    clock.tick(Math.max(0, clientNow() - clock.now))
  }
  /** Housekeeping, such as undici's, must find that the sockets of this case are gone: the next case has it too. */
  const doChores = (): void => {
    for (let again = 0; again < mostChores; again++)
      for (const [handle, run] of [...chores].filter(([handle]) => !handle.hasRef())) {
        clear(handle)
        run()
      }
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
      doChores()
      giveSocketsBack()
      endWatch()
      clock.uninstall()
      giveBack()
    },
  }
}
