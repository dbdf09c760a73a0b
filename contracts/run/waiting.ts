import type { OpenTransport } from '../define.ts'
import type { Agenda } from './agenda.ts'
import type { Asks } from './asks.ts'
import { sureToHang } from './native-timers.ts'
import { untilQuiet } from './quiet.ts'
import type { Traffic } from './traffic.ts'

/** Virtual time after which an unanswered ask is a hang although the client still waits for something. */
const patienceMs = 3_600_000

/** What may happen before an unanswered ask is a hang, in all and at one instant: a client may ask without a pause. */
const mostEntries = 2000
const mostAtOnce = 200

/** What is left of a client's own timers is let run, so far, when a case is over. */
const mostLoose = 200

/** Lets time pass until something has happened. */
export interface Waiting {
  /** Until nothing happens any more without time passing. */
  readonly quiet: () => Promise<void>
  /** Until it is so; `stuck`: there is nothing left to wait for, `late`: it takes for ever. */
  readonly until: (isSo: () => boolean) => Promise<'so' | 'stuck' | 'late'>
  /** Until an ask is answered, or only a response kept back can answer it, or it is given up. */
  readonly forAsk: (ask: string) => Promise<void>
  /** Until every ask is answered or given up; what is kept back is delivered, oldest first. */
  readonly settle: () => Promise<void>
  /** Until the client's own timers have run. */
  readonly wearOff: () => Promise<void>
  /** To an instant, with everything that is due on the way. */
  readonly moveTo: (instant: number) => Promise<void>
}

/**
 * Opens the waiting of one run.
 * @param wire what the transport knows of it: whether something is on it, and whether the client stirs unseen
 * @param onQuiet told whenever the client has come to rest
 */
export const openWaiting = (
  agenda: Agenda,
  asks: Asks,
  traffic: Traffic,
  { inFlight, stirs }: Pick<OpenTransport, 'inFlight' | 'stirs'>,
  onQuiet: () => void,
): Waiting => {
  const quiet = async (): Promise<void> => {
    await untilQuiet(inFlight)
    traffic.takeIn()
    onQuiet()
  }

  const until: Waiting['until'] = async (isSo) => {
    const limit = agenda.now() + patienceMs
    let atOnce = 0
    for (let entries = 0; entries < mostEntries; entries++) {
      await quiet()
      if (isSo()) return 'so'
      const next = agenda.next()
      if (next === undefined) {
        // A response that is kept back comes by a step of the case, however long the client is willing to wait.
        const passedMs = traffic.holding() ? undefined : await stirs?.()
        if (passedMs === undefined) return 'stuck'
        agenda.moveTo(agenda.now() + passedMs)
        continue
      }
      atOnce = next > agenda.now() ? 0 : atOnce + 1
      if (next > limit || atOnce > mostAtOnce) return 'late'
      agenda.step()
    }
    return 'late'
  }

  const giveUp = (ask: string): void => {
    sureToHang(ask)
    asks.giveUp(ask)
  }

  return {
    quiet,
    until,
    forAsk: async (ask) => {
      const end = await until(() => !asks.open().includes(ask))
      if (end === 'late' || (end === 'stuck' && !traffic.holding())) giveUp(ask)
    },
    settle: async () => {
      traffic.release()
      while (traffic.deliver()) await quiet()
      const end = await until(() => asks.open().length === 0)
      if (end !== 'so') for (const ask of asks.open()) giveUp(ask)
    },
    wearOff: async () => {
      const limit = agenda.now() + patienceMs
      for (let entries = 0; entries < mostLoose && (agenda.next() ?? Infinity) <= limit; entries++) {
        agenda.step()
        await quiet()
      }
    },
    moveTo: async (instant) => {
      for (let entries = 0; entries < mostEntries && (agenda.next() ?? Infinity) <= instant; entries++) {
        agenda.step()
        await quiet()
      }
      agenda.moveTo(instant)
    },
  }
}
