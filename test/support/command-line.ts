import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { run, type Terminal } from '../../bin/run.ts'

const script = fileURLToPath(new URL('../../bin/playhead.ts', import.meta.url))

/** What a command line said and how it ended. */
export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command line in this process, in an empty environment. */
export const said = async (argv: readonly string[], terminal: Partial<Terminal> = {}): Promise<Said> => {
  const out: string[] = []
  const err: string[] = []
  const code = await run(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: {},
    cwd: process.cwd(),
    isTTY: false,
    signal: new AbortController().signal,
    ...terminal,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** Nothing of this process's own settings, so that a test means the same everywhere. */
const plainEnv = (env: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(PLAYHEAD|npm|NODE|VITEST)_/i.test(name)),
  ),
  ...env,
})

const start = (argv: readonly string[], env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [script, ...argv], { env: plainEnv(env), stdio: ['ignore', 'pipe', 'pipe'] })

const collected = (child: ChildProcess): { out(): string; err(): string } => {
  const text = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (piece: string) => {
      text[name] += piece
    })
  return { out: () => text.stdout, err: () => text.stderr }
}

/** Runs the real command to its end. */
export const spawned = async (
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Said> => {
  const child = start(argv, env)
  const { out, err } = collected(child)
  const [code] = await once(child, 'close')
  return { code: Number(code), out: out(), err: err() }
}

/** A running `playhead mock`. */
export interface RunningMock extends AsyncDisposable {
  /** Its first line of output. */
  readonly line: string
  /** Everything it has printed so far. */
  out(): string
  err(): string
  /** Sends it a signal, and waits for nothing. */
  tell(signal: 'SIGINT' | 'SIGTERM'): void
  /** Asks it to end, or with SIGKILL does not ask, and waits. */
  end(signal?: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null>
  /** Its exit code, as soon as it has ended. */
  readonly ended: Promise<number | null>
}

/** Starts `playhead mock` on free ports and waits for its first line. */
export const startedMock = async (
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningMock> => {
  const child = start(['mock', '--port', '0', ...argv], env)
  const { out, err } = collected(child)
  const closed = once(child, 'close')
  const { stdout } = child
  if (!stdout) throw new Error('the child has no output')
  const [line] = await Promise.race([
    once(createInterface(stdout), 'line'),
    closed.then(() => {
      throw new Error(`mock ended early: ${err()}`)
    }),
  ])
  const end = async (signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await closed
    return child.exitCode
  }
  return {
    line: String(line),
    out,
    err,
    tell: (signal) => void child.kill(signal),
    end,
    ended: closed.then(() => child.exitCode),
    [Symbol.asyncDispose]: async () => {
      await end()
    },
  }
}
