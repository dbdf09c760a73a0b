import type { Bench } from '../../client.ts'

/** Ten a second is the least that any vendor allows one key. */
const betweenMs = 100

/** Resolves when the next question may go out. */
export type Turns = () => Promise<void>

/** Opens the queue of one key: however many come at once, its questions go out one after another, so far apart. */
export const openTurns = (bench: Bench): Turns => {
  let free = Promise.resolve()
  return () => {
    const mine = free
    free = mine.then(() => bench.sleep(betweenMs))
    return mine
  }
}
