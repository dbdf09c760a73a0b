import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import type { ClientModule } from '../client.ts'
import type { Transport } from '../define.ts'
import { type Conversation, openConversation } from './conversation.ts'
import { openDriver } from './driver.ts'
import type { StartOptions } from './driver-process.ts'
import { type Faketime, openFaketime } from './faketime.ts'
import { type ClockMode, clockModes } from './protocol.ts'

/** A client under test in another process. */
export interface CommandClient {
  readonly client: ClientModule
  /** Real sockets, and an eye on the process. */
  readonly transport: Transport
  readonly clock: ClockMode
  /** Ends the process. */
  readonly close: () => Promise<void>
}

/** Clocks that the suite moves: all waiting is told, so that what is not told is no waiting. */
export const isMoved = (clock: ClockMode): boolean => clockModes.indexOf(clock) < 2

/** What a client is told to answer within: virtual time, or real time where it has no other. */
const deadlineMs = { moved: 30_000, real: 1000 } as const

/**
 * How long a process that rests, and owes an answer, is waited for before it hangs: the first time, and when it has hung
 * once. Where its own time-outs are real ones they have to fit in.
 */
const patienceMs = { moved: [5000, 500], real: [5000, 2000] } as const

const lookEveryMs = 5

const realNow = performance.now.bind(performance)

/**
 * Starts a driver and makes a client of it that is run, judged and shrunk like any other.
 * @param base what carries its requests: real sockets on this machine
 * @throws PlayheadError `driver-dies`, `driver-silent`, `no-libfaketime`
 */
export const openCommand = async (
  command: string,
  base: Transport,
  options: StartOptions,
): Promise<CommandClient> => {
  // The process belongs to no ask, whichever one it happens to be started in.
  const outside = AsyncLocalStorage.snapshot()
  let driver = openDriver(command, options)
  let capabilities = await driver.start()
  const { clock } = capabilities
  let faketime: Faketime | undefined
  if (clock === 'faketime') {
    await driver.close()
    faketime = await openFaketime()
    driver = openDriver(command, { ...options, env: { ...options.env, ...faketime.env } })
    capabilities = await driver.start()
  }
  const kind = isMoved(clock) ? 'moved' : 'real'
  const started = { ...driver, start: () => outside(driver.start) }
  let conversation: Conversation | undefined
  let hasHung = false
  let clientNow: (() => number) | undefined

  const open: Transport['open'] = async (port) => {
    const talk = openConversation(started, capabilities, deadlineMs[kind])
    conversation = talk
    let seen = 0
    const opened = await base.open({
      ...port,
      arrive: (arrival, line) => {
        seen++
        const leave = port.arrive(arrival, line)
        return () => {
          seen++
          leave()
        }
      },
    })
    const events = (): number => seen + driver.events()

    /** Waits for a process that owes an answer and does nothing. */
    const stirs = async (): Promise<number | undefined> => {
      if (!driver.owesAnswer()) return undefined
      const before = events()
      const begun = realNow()
      const limit = Math.min(patienceMs[kind][hasHung ? 1 : 0], options.silenceMs ?? Number.POSITIVE_INFINITY)
      while (events() === before) {
        await delay(lookEveryMs)
        if (realNow() - begun > limit && !driver.isBusy()) {
          hasHung = true
          await driver.kill()
          return undefined
        }
      }
      return kind === 'moved' ? 0 : Math.round(realNow() - begun)
    }

    return {
      ...opened,
      inFlight: () => {
        if (clientNow) faketime?.set(clientNow())
        return opened.inFlight?.() === true || driver.isBusy()
      },
      stirs,
      close: async () => {
        try {
          await talk.end()
        } finally {
          await opened.close()
        }
        const fault = talk.fault()
        if (fault) throw fault
      },
    }
  }

  const { name = command, vendors, concurrency, cancel, logs, resume } = capabilities
  return {
    clock,
    transport: { ...base, open },
    client: {
      name,
      capabilities: { vendors, cancel, logs, resume, concurrency: concurrency > 1 },
      connect: async (bench) => {
        clientNow = bench.now
        faketime?.set(bench.now())
        if (!conversation) throw new RangeError('A command is reached by its own transport alone.')
        return conversation.connect(bench)
      },
    },
    close: async () => {
      await driver.close()
      await faketime?.close()
    },
  }
}
