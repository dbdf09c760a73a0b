import { createHash } from 'node:crypto'
import { createClient } from '@redis/client'
import { shownUrl } from '../../shown-url.ts'
import { PlayheadError } from '../../world/error.ts'
import { scripts } from './scripts.ts'

/** What a script answers, and what it is handed. */
type Reply = string | number | null | readonly Reply[]
export type Script = keyof typeof scripts

/** How long a request waits for Redis before it is told that there is none, in milliseconds. */
const patienceMs = 2000

/** How often a first connection is tried. */
const firstTries = 3

/**
 * The client stops writing where a socket says that it is full, in the middle of what it has. It is full late enough here
 * that all of it goes to the system at once: what is handed over has then left the process.
 */
const roomy = { writableHighWaterMark: 16 * 1024 * 1024 }

/** A script that runs over there. */
export interface Handed {
  /** @throws PlayheadError `store-unreachable` */
  readonly kept: Promise<Reply>
}

/** A connection to Redis: scripts to run, a few plain commands, channels to hear. */
export interface Connection {
  /** @throws PlayheadError `store-unreachable` */
  readonly run: (script: Script, ...args: readonly (string | number)[]) => Promise<Reply>
  /**
   * Runs a script without waiting for its reply: what it is handed has left this process once the promise is kept.
   * @throws PlayheadError `store-unreachable`
   */
  readonly hand: (script: Script, ...args: readonly (string | number)[]) => Promise<Handed>
  /** @throws PlayheadError `store-unreachable` */
  readonly ask: (...command: readonly string[]) => Promise<Reply>
  readonly hear: (channel: string, listener: (message: string) => void) => Promise<void>
  readonly leave: (channel: string) => Promise<void>
  readonly close: () => Promise<void>
}

const hashes = Object.fromEntries(
  Object.entries(scripts).map(([name, text]) => [name, createHash('sha1').update(text).digest('hex')]),
)

const unreachable = (url: string, cause: unknown): PlayheadError => {
  const why = cause instanceof Error ? cause.message || cause.name : String(cause)
  return new PlayheadError({
    code: 'store-unreachable',
    act: `Cannot reach the sessions at ${shownUrl(url)}: ${why}`,
    cure: 'Start Redis there, or name another --store. A server that runs goes on by itself once Redis is back.',
    cause,
  })
}

/** Opens a client once; where that failed, whatever is asked next tries anew. */
const opener = (client: {
  readonly isReady: boolean
  connect(): Promise<unknown>
}): (() => Promise<void>) => {
  let opened: Promise<unknown> | undefined
  return async () => {
    if (client.isReady) return
    opened ??= client.connect()
    try {
      await opened
    } catch (error) {
      opened = undefined
      throw error
    }
  }
}

/** The client itself waits for ever for a reply to what it has sent. */
const inTime = <T>(work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const late = (): void => reject(new Error(`no reply within ${patienceMs / 1000} seconds`))
    const timer = setTimeout(late, patienceMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })

/** Connects to Redis when something is first asked of it; later, whenever it was lost and has come back. */
export const connectTo = (url: string): Connection => {
  let wasReady = false
  const client = createClient({
    url,
    // Nobody waits in a queue for a Redis that is away: an answer from before would come after.
    disableOfflineQueue: true,
    socket: {
      ...roomy,
      connectTimeout: patienceMs,
      reconnectStrategy: (tries, cause) =>
        wasReady || tries < firstTries ? Math.min(25 * 2 ** tries, 500) : cause,
    },
  })
  const ears = client.duplicate()
  for (const one of [client, ears]) {
    // Told by whatever is asked next; without a listener the process would end.
    one.on('error', () => {})
    one.on('ready', () => {
      wasReady = true
    })
  }
  // A connection that is new may lead to a Redis that is new, which knows no script.
  let isTaught = false
  client.on('ready', () => {
    isTaught = false
  })
  const send = (...command: readonly string[]): Promise<Reply> => client.sendCommand<never>(command)
  const teach = (): Promise<unknown> =>
    Promise.all(Object.values(scripts).map((text) => send('SCRIPT', 'LOAD', text)))
  const [connected, listening] = [opener(client), opener(ears)]
  const reached = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      await connected()
      if (!isTaught) await inTime(teach())
      isTaught = true
      return await inTime(work())
    } catch (cause) {
      throw unreachable(url, cause)
    }
  }
  const evaluated = async (script: Script, args: readonly (string | number)[]): Promise<Reply> => {
    const handed = ['0', ...args.map(String)]
    try {
      return await send('EVALSHA', hashes[script] ?? '', ...handed)
    } catch (error) {
      // Somebody had it forget its scripts meanwhile.
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
      return send('EVAL', scripts[script], ...handed)
    }
  }
  return {
    run: (script, ...args) => reached(() => evaluated(script, args)),
    hand: (script, ...args) =>
      reached(async () => {
        const kept = evaluated(script, args).catch((cause: unknown) => {
          throw unreachable(url, cause)
        })
        kept.catch(() => {})
        // The client writes what it was given in one go, at the next turn of the loop and before this.
        await new Promise<void>((resolve) => setImmediate(resolve))
        return { kept }
      }),
    ask: (...command) => reached(() => send(...command)),
    hear: async (channel, listener) => {
      await listening()
      await ears.subscribe(channel, listener)
    },
    leave: (channel) => ears.unsubscribe(channel),
    close: async () => {
      // What is on its way still arrives; where there is nobody to arrive at, it is dropped.
      for (const one of [client, ears])
        if (one.isReady) await inTime(one.close()).catch(() => one.destroy())
        else if (one.isOpen) one.destroy()
    },
  }
}
