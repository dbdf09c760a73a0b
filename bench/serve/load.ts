import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** One request of a load. */
export interface Asked {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/** What is asked of a server, by so many connections for so long. */
export interface Job {
  readonly origin: string
  /** Asked one after the other, and anew from the first. */
  readonly requests: readonly Asked[]
  readonly connections: number
  readonly seconds: number
  /** So many go before and count for nothing, as many as are answered in that time: connections open meanwhile. */
  readonly lead?: number
  /** Where so many have been answered it is over sooner. */
  readonly most?: number
}

/** What came of a job. */
export interface Load {
  readonly requests: number
  /** Those that went before among them. */
  readonly sent: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** How many answers were no 2xx. */
  readonly failed: number
}

const generator = fileURLToPath(new URL('generator.ts', import.meta.url))
const graceMs = 30_000

/** Whoever loads servers, in a process of its own, so that it does not take from them what it measures. */
export interface Loader {
  /** @throws Error where a connection fails or an answer cannot be read */
  readonly run: (job: Job) => Promise<Load>
  readonly stop: () => Promise<void>
}

const answerOf = async (child: ChildProcess, job: Job): Promise<Load> => {
  const over = new AbortController()
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(job.seconds * 1000 + graceMs)])
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('What loads the servers ended.')
  })
  try {
    child.send(job)
    const [came]: (Load | { readonly error: string })[] = await Promise.race([
      once(child, 'message', { signal }),
      ended,
    ])
    if (!came || 'error' in came) throw new Error(`Cannot load ${job.origin}: ${came?.error}`)
    return came
  } finally {
    ended.catch(() => undefined)
    over.abort()
  }
}

/** Begins a loader. */
export const startLoader = (): Loader => {
  const child = fork(generator, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit')
  return {
    run: (job) => answerOf(child, job),
    async stop() {
      child.kill()
      await ended
    },
  }
}
