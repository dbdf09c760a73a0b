import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openLines } from './lines.ts'
import type { FromSuite } from './protocol.ts'

/** How a driver's process is started. */
export interface StartOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Real milliseconds without a sign of life after which a start, or a call, is given up. @default 5000 */
  readonly silenceMs?: number
  /** Told of everything that goes there and comes back. */
  readonly trace?: Trace
}

/** Looks over the shoulder of both. */
export interface Trace {
  readonly sent: (line: string) => void
  readonly came: (line: string) => void
  readonly talked: (line: string) => void
  /** What its author should know. */
  readonly odd: (what: string) => void
}

/** What a process is heard to do. */
export interface Listener {
  readonly onLine: (line: string) => void
  readonly onTalk: (line: string) => void
  /** Both of its pipes are drained. @param how in words */
  readonly onEnd: (how: string) => void
}

/** A driver's process. */
export interface DriverProcess {
  readonly pid: number | undefined
  readonly send: (message: FromSuite) => void
  /** Whether what was sent has not left this process yet. */
  readonly isSending: () => boolean
  /** Grows with everything that comes from it. */
  readonly heard: () => number
  /** The last lines of its standard error. */
  readonly lastWords: () => string
  /** Ends it and all that came of it, and waits. */
  readonly kill: () => Promise<void>
}

const keptWords = 20

/** No driver outlives the suite. */
const running = new Set<() => void>()
process.on('exit', () => {
  for (const kill of running) kill()
})

/** Starts a command line in a group of its own, so that what it starts can be ended with it. */
export const startProcess = (
  command: string,
  { cwd, env, trace }: StartOptions,
  { onLine, onTalk, onEnd }: Listener,
): DriverProcess => {
  const isGroup = process.platform !== 'win32'
  const child = spawn(command, { shell: true, detached: isGroup, cwd, env: { ...env }, stdio: 'pipe' })
  const { pid } = child
  let heard = 0
  let words: readonly string[] = []
  const out = openLines((line) => {
    trace?.came(line)
    onLine(line)
  })
  const talk = openLines((line) => {
    words = [...words, line].slice(-keptWords)
    trace?.talked(line)
    onTalk(line)
  })
  const listen = (stream: typeof child.stdout, lines: typeof out): void => {
    stream.on('data', (bytes: Uint8Array) => {
      heard += bytes.length
      lines.push(bytes)
    })
  }
  listen(child.stdout, out)
  listen(child.stderr, talk)
  // A driver that has closed its input, or died, is told of by its end.
  child.stdin.on('error', () => {})
  const killNow = (): void => {
    try {
      if (pid !== undefined) process.kill(isGroup ? -pid : pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
  let over = false
  const end = (how: string): void => {
    if (over) return
    over = true
    heard++
    running.delete(killNow)
    out.end()
    talk.end()
    onEnd(how)
  }
  running.add(killNow)
  child.on('error', (error) => end(`could not be started: ${error.message}`))
  child.on('exit', killNow)
  child.on('close', (code, signal) => end(signal ? `was ended by ${signal}` : `exited with code ${code}`))
  return {
    pid,
    send: (message) => {
      const line = JSON.stringify(message)
      trace?.sent(line)
      if (child.stdin.writable) child.stdin.write(`${line}\n`)
    },
    isSending: () => child.stdin.writable && child.stdin.writableLength > 0,
    heard: () => heard,
    lastWords: () => words.join('\n'),
    kill: async () => {
      if (over) return
      const closed = once(child, 'close')
      killNow()
      await closed
    },
  }
}
