import { serveHere } from './serve-here.ts'

/** What the server's process is asked. */
export interface Wanted {
  /** Names this one question. */
  readonly to: string
  readonly what: 'heap' | 'crashes' | 'close'
}

/** What it says: to a question, or to `start` once it listens. */
export interface Said {
  readonly to: string
  readonly value: unknown
}

/** The server of a long soak: a process of its own, which ends with the one that asked for it. */
const served = await serveHere(Number(process.argv[2]))

const say = (said: Said): void => {
  process.send?.(said)
}

process.on('disconnect', () => process.exit())
process.on('message', ({ to, what }: Wanted) => {
  void served[what]().then((value) => say({ to, value }))
})
say({ to: 'start', value: served.url })
