import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { firstOk } from './first-ok.ts'

/** A server as it is begun: what is called, and what it then answers with a 200. */
export interface Program {
  readonly name: string
  /** The command and its arguments, for a server that is to listen on this port of the loopback. */
  readonly command: (port: number) => readonly [string, ...string[]]
  /** What is asked of it first, a path and headers. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

/** A server of its own process that has answered once. */
export interface Spawned {
  readonly pid: number
  /** Its origin, without a trailing slash. */
  readonly origin: string
  /** From the call of the program to the end of its first 200. */
  readonly firstOkMs: number
  readonly stop: () => Promise<void>
}

/** No server takes as long to begin, by far; none is kept for longer than a whole bench may take. */
const longestStartMs = 60_000
const graceMs = 3000

/**
 * Where systems give out no ports of their own accord: one that is free stays so until the server listens, however many
 * others listen and connect meanwhile.
 */
const ports = { from: 20_000, until: 32_000 }
const mostTries = 100

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer()
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true))
  })
  await new Promise((resolve) => server.close(resolve))
  return free
}

const freePort = async (): Promise<number> => {
  for (let tried = 0; tried < mostTries; tried++) {
    const port = ports.from + Math.floor(Math.random() * (ports.until - ports.from))
    if (await isFree(port)) return port
  }
  throw new Error(`Cannot find a free port from ${ports.from} on.`)
}

/** Whatever ends this process ends what it began. */
const living = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

const stopped = async (child: ChildProcess, ended: Promise<unknown>): Promise<void> => {
  child.kill()
  const kill = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await ended
  clearTimeout(kill)
}

/** Nothing of this process's own settings, so that all begin alike. */
const plainEnv = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PLAYHEAD|npm|NODE)_/i.test(name)))

/**
 * Begins a server on a free port, and waits for its first 200.
 * @throws Error with what it said, where it ends or says nothing for too long
 */
export const spawned = async ({ name, command, path, headers, env }: Program): Promise<Spawned> => {
  const port = await freePort()
  const [file, ...args] = command(port)
  const began = performance.now()
  const child = spawn(file, args, { env: { ...plainEnv(), ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
  living.add(child)
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    complaint = (complaint + piece).slice(-2000)
  })
  const gone = new AbortController()
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      living.delete(child)
      gone.abort(new Error('it ended'))
      resolve()
    }
    child.once('exit', end).once('error', end)
  })
  const origin = `http://127.0.0.1:${port}`
  const given = AbortSignal.any([gone.signal, AbortSignal.timeout(longestStartMs)])
  try {
    await firstOk(`${origin}${path}`, headers, given)
    return {
      pid: child.pid ?? 0,
      origin,
      firstOkMs: performance.now() - began,
      stop: () => stopped(child, ended),
    }
  } catch (error) {
    await stopped(child, ended)
    throw new Error(`${name} did not begin to answer: ${complaint.trim() || String(error)}`, { cause: error })
  }
}
