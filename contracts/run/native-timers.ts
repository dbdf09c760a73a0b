import { createHook } from 'node:async_hooks'
import { PlayheadError } from '../../mocks/world/error.ts'
import { owner } from './owner.ts'

/** The timers of node's own that asks have set, in real time, and that have not gone off: by async id, whose. */
const pending = new Map<number, string>()
let watched = true

/** Where node makes timers, for whoever wants one. */
const makesTimers = /node:(?:internal\/(?:async_hooks|timers)|timers(?:\/promises)?):|native-timers/

/** Node has timers of its own: that of its `fetch` is set going again by whichever ask comes next. */
const isNodesOwn = (): boolean => {
  const [, ...callers] = new Error('who').stack?.split('\n') ?? []
  return callers.find((caller) => !makesTimers.test(caller))?.includes('node:') ?? false
}

const hook = createHook({
  init: (id, type) => {
    const ask = type === 'Timeout' && watched ? owner.getStore() : undefined
    if (ask !== undefined && !isNodesOwn()) pending.set(id, ask)
  },
  destroy: (id) => {
    pending.delete(id)
  },
  // Without promises, of which there are far too many: node 24 knows the option, older ones ignore it.
  ...{ trackPromises: false },
})

/** Sets a timer in real time that no ask waits for. */
export const unwatched = <T>(set: () => T): T => {
  watched = false
  try {
    return set()
  } finally {
    watched = true
  }
}

/**
 * Watches for timers that are not virtual although the others are: a client got hold of node's own before Playhead was
 * loaded. @returns what ends it
 */
export const watchNativeTimers = (): (() => void) => {
  hook.enable()
  return () => {
    hook.disable()
    pending.clear()
  }
}

/**
 * To be asked before an ask is said to hang.
 * @throws PlayheadError `native-timer` where it may only be waiting for real time to pass
 */
export const sureToHang = (ask: string): void => {
  if (![...pending.values()].includes(ask)) return
  throw new PlayheadError({
    code: 'native-timer',
    act: `Cannot tell whether the client hangs in ask ${ask}: it waits for a timer of node's that runs in real time`,
    cure: 'Load it after playhead/contracts, or let it look up setTimeout when it sets a timer.',
  })
}
