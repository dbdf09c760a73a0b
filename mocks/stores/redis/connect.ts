import { createHash } from 'node:crypto'
import { createClient } from '@redis/client'
import { PlayheadError } from '../../world/error.ts'
import { scripts } from './scripts.ts'

/** What a script answers, and what it is handed. */
type Reply = string | number | null | readonly Reply[]
export type Script = keyof typeof scripts

/** How long a request waits for Redis before it is told that there is none, in milliseconds. */
const patienceMs = 2000

/** How often a first connection is tried. */
const firstTries = 3

/** A connection to Redis: scripts to run, a few plain commands, channels to hear. */
export interface Connection {
  /** @throws PlayheadError `store-unreachable` */
  readonly run: (script: Script, ...args: readonly (string | number)[]) => Promise<Reply>
  /** @throws PlayheadError `store-unreachable` */
  readonly ask: (...command: readonly string[]) => Promise<Reply>
  readonly hear: (channel: string, listener: (message: string) => void) => Promise<void>
  readonly leave: (channel: string) => Promise<void>
  readonly close: () => Promise<void>
}

const hashes = Object.fromEntries(
  Object.entries(scripts).map(([name, text]) => [name, createHash('sha1').update(text).digest('hex')]),
)

/** A URL without what is secret in it. */
const shownUrl = (url: string): string => {
  if (!URL.canParse(url)) return 'an address that is no URL'
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`
}

const unreachable = (url: string, cause: unknown): PlayheadError => {
  const why = cause instanceof Error ? cause.message || cause.name : String(cause)
  return new PlayheadError({
    code: 'store-unreachable',
    act: `Cannot reach the sessions at ${shownUrl(url)}: ${why}`,
    cure: 'Start Redis there, or name another --store. A server that runs goes on by itself once Redis is back.',
    cause,
  })
}

/** Connects to Redis when something is first asked of it; later, whenever it was lost and has come back. */
export const connectTo = (url: string): Connection => {
  let wasReady = false
  const client = createClient({
    url,
    // Nobody waits in a queue for a Redis that is away: an answer from before would come after.
    disableOfflineQueue: true,
    commandOptions: { timeout: patienceMs },
    socket: {
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
  let opened: Promise<unknown> | undefined
  let listening: Promise<unknown> | undefined
  const reached = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      opened ??= client.connect()
      await opened
      return await work()
    } catch (cause) {
      throw unreachable(url, cause)
    }
  }
  const send = (...command: readonly string[]): Promise<Reply> => client.sendCommand<never>(command)
  return {
    run: (script, ...args) =>
      reached(async () => {
        const handed = ['0', ...args.map(String)]
        try {
          return await send('EVALSHA', hashes[script] ?? '', ...handed)
        } catch (error) {
          // A Redis that is new, or was started again, learns the script by being told it once.
          if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
          return send('EVAL', scripts[script], ...handed)
        }
      }),
    ask: (...command) => reached(() => send(...command)),
    hear: async (channel, listener) => {
      listening ??= ears.connect()
      await listening
      await ears.subscribe(channel, listener)
    },
    leave: (channel) => ears.unsubscribe(channel),
    close: async () => {
      // What is on its way still arrives; where there is nobody to arrive at, it is dropped.
      for (const one of [client, ears])
        if (one.isReady) await one.close().catch(() => one.destroy())
        else if (one.isOpen) one.destroy()
    },
  }
}
