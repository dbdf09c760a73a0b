import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { PlayheadError, shown } from '../../mocks/world/error.ts'

/** What a command is run with. */
export interface BesideOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where signals come from. @default this process */
  readonly signals?: Pick<NodeJS.Process, 'on' | 'off'>
  /** Whether a person at a terminal interrupts: then the command has been interrupted already. */
  readonly isTTY?: boolean
}

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such command',
  EACCES: 'it may not be run',
}

/**
 * Runs a command with this process's own input and output, and hands every signal on to it.
 * @returns its exit code; 128 and the signal's number where a signal ended it, as shells have it
 * @throws PlayheadError `command-not-started`
 * @example await runBeside(['npm', 'test'], { cwd: process.cwd(), env: process.env })
 */
export const runBeside = async (
  [file = '', ...args]: readonly string[],
  { cwd, env, signals = process, isTTY = false }: BesideOptions,
): Promise<number> => {
  const child = spawn(file, args, { cwd, env, stdio: 'inherit', shell: process.platform === 'win32' })
  const handlers = forwarded.map((signal) => {
    // A terminal interrupts everything in its foreground by itself; a second interrupt would be another wish.
    const handler = (): void => {
      if (!(isTTY && signal === 'SIGINT')) child.kill(signal)
    }
    signals.on(signal, handler)
    return { signal, handler }
  })
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', (error: NodeJS.ErrnoException) => reject(notStarted(file, error)))
      child.once('close', (code, signal) =>
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
      )
    })
  } finally {
    for (const { signal, handler } of handlers) signals.off(signal, handler)
  }
}

const notStarted = (file: string, cause: NodeJS.ErrnoException): PlayheadError =>
  new PlayheadError({
    code: 'command-not-started',
    act: `Cannot start ${shown(file)}: ${reasons[cause.code ?? ''] ?? cause.message}`,
    cure: 'Write the command after two hyphens as you would by itself: playhead mock -- npm test',
    cause,
  })
