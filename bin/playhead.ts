#!/usr/bin/env node
import { getEventListeners } from 'node:events'

// What is loaded from here on is compiled once and found again at the next start. Earlier Node has no such thing.
process.getBuiltinModule('node:module').enableCompileCache?.()
const { run } = await import('./run.ts')

const ending = new AbortController()

/** Within this many milliseconds a signal is the same one: a terminal sends it to all in its foreground, and npm on to its own. */
const echoMs = 300
let toldAt = Number.NEGATIVE_INFINITY

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    const now = performance.now()
    if (now - toldAt < echoMs) return
    toldAt = now
    // Only a command that listens ends by itself; any other is simply interrupted, as the shell expects, and so is one that
    // is ending already.
    if (getEventListeners(ending.signal, 'abort').length === 0) process.exit(signal === 'SIGINT' ? 130 : 143)
    ending.abort()
  })

// `playhead … | head` closes the pipe early, which is no fault of anybody's.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2))

// On a terminal one line of progress is rewritten; whatever else is said takes its place first.
const isWatched = Boolean(process.stderr.isTTY) && process.env.TERM !== 'dumb'
const cleared = isWatched ? '\r\u001b[K' : ''
const status = (text: string): void => {
  process.stderr.write(`${cleared}${text.slice(0, (process.stderr.columns ?? 80) - 1)}`)
}

const exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${cleared}${text}\n`),
  ...(isWatched ? { status } : {}),
  env: process.env,
  cwd: process.cwd(),
  isTTY: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
  signal: ending.signal,
})

// A client under test may have left timers and sockets behind: end when what was said is written.
process.stdout.write('', () => process.exit(exitCode))
