import { PlayheadError } from '../../mocks/world/error.ts'
import { realTimers } from './relayed-timers.ts'
import { pendingThreadPoolWork } from './thread-pool.ts'

/** Real milliseconds after which waiting for the thread pool is given up; never a verdict, only a run cut short. */
const patienceMs = 20_000

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const nothing = (): boolean => false

/**
 * Resolves when everything that can happen without time passing has happened: promises, immediates, and what the
 * thread pool was given. Only virtual time, or an answer, can set a client going again after that.
 * @param inFlight whether something else is under way that will be heard of without time passing
 * @param giveUpMs real milliseconds after which it is given up
 * @throws PlayheadError `client-busy` where the process itself stays busy
 */
export const untilQuiet = async (inFlight: () => boolean = nothing, giveUpMs = patienceMs): Promise<void> => {
  const busy = (): boolean =>
    inFlight() || pendingThreadPoolWork() > 0 || process.getActiveResourcesInfo().includes('Immediate')
  await turn()
  // What a wire has brought within this turn is seen on the next ones only.
  if (inFlight === nothing && !busy()) return
  const giveUp = realTimers.performanceNow() + giveUpMs
  // One still turn is not enough here: what the thread pool answers sets promises going.
  for (let still = 0; still < 3; still = busy() ? 0 : still + 1) {
    await turn()
    if (realTimers.performanceNow() > giveUp)
      throw new PlayheadError({
        code: 'client-busy',
        act: `Cannot tell when the client is idle: it kept the process busy for ${giveUpMs / 1000} s`,
        cure: 'Let it wait with bench.sleep, or with timers of its own, and not spin.',
      })
  }
}
