import type { CommandContext } from '../command.ts'
import { runBeside } from './run-beside.ts'

/**
 * Runs a command while a server stands; what tells the server to end tells the command, and the server ends with it.
 * @param told what the command finds in its environment beside what is there
 * @returns its exit code
 * @throws PlayheadError `command-not-started`
 */
export const beside = async (
  words: readonly string[],
  { cwd, env, signal }: Pick<CommandContext, 'cwd' | 'env' | 'signal'>,
  told: Readonly<Record<string, string>>,
): Promise<number> => {
  const heard = (): void => {}
  // Listened to, a signal is left to the command.
  signal.addEventListener('abort', heard)
  try {
    // A mock within the command is another run.
    const inherited = { ...env, PLAYHEAD_RECORD: undefined, ...told }
    return await runBeside(words, { cwd, env: inherited, isTTY: process.stdin.isTTY === true })
  } finally {
    signal.removeEventListener('abort', heard)
  }
}
