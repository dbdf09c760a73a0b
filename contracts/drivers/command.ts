import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import type { ClientModule } from '../client.ts'
import type { Port, Transport } from '../define.ts'
import { type Conversation, openConversation } from './conversation.ts'
import { openDriver } from './driver.ts'
import type { StartOptions } from './driver-process.ts'
import { type Faketime, openFaketime } from './faketime.ts'
import { inRealTime, takesRealTime } from './in-real-time.ts'
import { openOutsideProxy } from './outside-proxy.ts'
import { openPace, type Pace } from './pace.ts'
import { type ClockMode, clockModes, type DriverCapabilities } from './protocol.ts'

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
  const proxy = await openOutsideProxy()
  const env = { ...options.env, ...proxy.env }
  let driver = openDriver(command, { ...options, env })
  let faketime: Faketime | undefined
  const start = async (): Promise<DriverCapabilities> => {
    const first = await driver.start()
    if (first.clock !== 'faketime') return first
    await driver.close()
    faketime = await openFaketime()
    driver = openDriver(command, { ...options, env: { ...env, ...faketime.env } })
    return driver.start()
  }
  const capabilities = await start().catch(async (error: unknown) => {
    await proxy.close()
    throw error
  })
  const { clock } = capabilities
  const kind = isMoved(clock) ? 'moved' : 'real'
  const hasRealClock = clock === 'none'
  const started = { ...driver, start: () => outside(driver.start) }
  let conversation: Conversation | undefined
  let pace: Pace | undefined
  let hasHung = false
  let clientNow: (() => number) | undefined

  const open: Transport['open'] = async (port) => {
    const talk = openConversation(started, capabilities, deadlineMs[kind])
    conversation = talk
    const paced = hasRealClock ? openPace() : undefined
    pace = paced
    let seen = 0
    const arrive: Port['arrive'] = (arrival, line) => {
      seen++
      const leave = port.arrive(arrival, line)
      return () => {
        seen++
        leave()
      }
    }
    const opened = await base.open({ ...port, arrive })
    proxy.tell(arrive)
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
      stirs: paced ? () => paced.waiting(stirs) : stirs,
      ...(paced
        ? {
            keepTime: async (now, boundaries) => {
              // One that has died is started again while nothing depends on how long that takes.
              await started.start()
              return paced.keepTime(now, boundaries)
            },
          }
        : {}),
      close: async () => {
        try {
          await talk.end()
        } finally {
          proxy.tell(undefined)
          await opened.close()
        }
        const fault = talk.fault() ?? paced?.fault()
        if (fault) throw fault
      },
    }
  }

  const { name = command, vendors, concurrency, cancel, logs, resume } = capabilities
  return {
    clock,
    transport: {
      ...base,
      ...(hasRealClock
        ? {
            asRun: (given) => inRealTime(given, Date.now()),
            cannotShow: (effect) => base.cannotShow?.(effect) ?? takesRealTime(effect),
          }
        : {}),
      open,
    },
    client: {
      name,
      capabilities: { vendors, cancel, logs, resume, concurrency: concurrency > 1 },
      connect: async (bench) => {
        clientNow = bench.now
        faketime?.set(bench.now())
        if (!conversation) throw new RangeError('A command is reached by its own transport alone.')
        const plugged = await conversation.connect(bench)
        return pace?.watched(plugged) ?? plugged
      },
    },
    close: async () => {
      await driver.close()
      await faketime?.close()
      await proxy.close()
    },
  }
}
