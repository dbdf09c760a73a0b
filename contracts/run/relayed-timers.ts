import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'
import promises from 'node:timers/promises'
import { promisify } from 'node:util'

/** Whatever sets a timer, as far as it is relayed. */
export type SetTimer = (
  run: (...given: readonly unknown[]) => unknown,
  ms?: number,
  ...given: readonly unknown[]
) => unknown
export type ClearTimer = (timer: unknown) => void

/** What tells and takes time in node. */
export interface Timers {
  readonly setTimeout: SetTimer
  readonly setInterval: SetTimer
  readonly clearTimeout: ClearTimer
  readonly clearInterval: ClearTimer
  /** Those of `node:timers/promises`. */
  readonly pause: typeof promises.setTimeout
  readonly pauses: typeof promises.setInterval
  readonly timeout: typeof AbortSignal.timeout
  readonly dateNow: () => number
  readonly performanceNow: () => number
}

/** Node's own, in real time. */
export const realTimers: Timers = {
  setTimeout: globalThis.setTimeout as SetTimer,
  setInterval: globalThis.setInterval as SetTimer,
  clearTimeout: globalThis.clearTimeout as ClearTimer,
  clearInterval: globalThis.clearInterval as ClearTimer,
  pause: promises.setTimeout,
  pauses: promises.setInterval,
  timeout: AbortSignal.timeout,
  dateNow: Date.now,
  performanceNow: performance.now.bind(performance),
}

let current = realTimers

const relays: Timers = {
  setTimeout: (run, ms, ...given) => current.setTimeout(run, ms, ...given),
  setInterval: (run, ms, ...given) => current.setInterval(run, ms, ...given),
  clearTimeout: (timer) => current.clearTimeout(timer),
  clearInterval: (timer) => current.clearInterval(timer),
  pause: (...given) => current.pause(...given),
  pauses: (...given) => current.pauses(...given),
  timeout: (ms) => current.timeout(ms),
  dateNow: () => current.dateNow(),
  performanceNow: () => current.performanceNow(),
}

// As node's own: util.promisify has no other way to know where the callback goes.
Object.assign(relays.setTimeout, { [promisify.custom]: relays.pause })

/** Puts the relays where a client finds them. Needed again after something else has put its own there. */
const put = (): void => {
  const { setTimeout, setInterval, clearTimeout, clearInterval } = relays
  Object.assign(globalThis, { setTimeout, setInterval, clearTimeout, clearInterval })
  Object.assign(timers, { setTimeout, setInterval, clearTimeout, clearInterval })
  Object.assign(promises, { setTimeout: relays.pause, setInterval: relays.pauses })
  AbortSignal.timeout = relays.timeout
}

// Once, when this module is loaded: a client that is loaded later, and keeps `setTimeout` in a variable of its own or
// imports it by name, has a relay in hand, which is virtual while a case is run and node's own at any other time.
put()
Date.now = relays.dateNow
performance.now = relays.performanceNow
syncBuiltinESMExports()

/** Has other timers answer for node's own. @returns what gives them back */
export const relayTo = (others: Timers): (() => void) => {
  current = others
  put()
  return () => {
    current = realTimers
    put()
  }
}
