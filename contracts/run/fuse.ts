/** Calls a client may make without anything else happening; one more and it spins. */
const most = 5000

/** Stops a client that asks over and over without ever letting go: it would never let the run go on. */
export interface Fuse {
  /** Counts a call; `true` once there have been too many since the last rest. */
  readonly blown: () => boolean
  readonly rest: () => void
}

export const openFuse = (): Fuse => {
  let calls = 0
  return {
    blown: () => ++calls > most,
    rest: () => {
      calls = 0
    },
  }
}
