import { restingMark, tellsOfProcesses } from './resting.ts'

// Held from the start: a client's own clock may be a faked one.
const realNow = performance.now.bind(performance)

/** Where a system tells nothing of other processes, one that has been silent for so long is taken to be at rest. */
const silenceMs = 50

const cell = new Int32Array(new SharedArrayBuffer(4))

/** Tells whether another process is at rest: only time, or a word of ours, can set it going again. */
export interface Stillness {
  /** To be asked over and over: it compares with the last time. */
  readonly isStill: () => boolean
}

/**
 * Watches a process.
 * @param pid of what runs now; `undefined` where nothing does
 * @param events grows with everything that it is told and that is heard of it
 */
export const watchStillness = (pid: () => number | undefined, events: () => number): Stillness => {
  let last: string | undefined
  let busyLooks = 0
  let since = { events: -1, at: 0 }

  const markNow = (): string | undefined => {
    const id = pid()
    if (id === undefined) return String(events())
    if (tellsOfProcesses) {
      const mark = restingMark(id)
      return mark === undefined ? undefined : `${mark} ${events()}`
    }
    if (since.events !== events()) since = { events: events(), at: realNow() }
    return realNow() - since.at > silenceMs ? String(events()) : undefined
  }

  return {
    isStill: () => {
      const mark = markNow()
      const still = mark !== undefined && mark === last
      last = mark
      busyLooks = still ? 0 : busyLooks + 1
      // Looking on without a pause would keep the processor from the very thing that is waited for.
      if (busyLooks > 3) Atomics.wait(cell, 0, 0, busyLooks > 30 ? 2 : 0.3)
      return still
    },
  }
}
