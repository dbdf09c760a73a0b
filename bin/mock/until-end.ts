import { once } from 'node:events'
import type { CommandContext } from '../command.ts'
import { orphaned } from './orphaned.ts'

/** Waits until a server is told to end, or nobody is left to tell it. */
export const untilEnd = async ({ env, signal }: Pick<CommandContext, 'env' | 'signal'>): Promise<void> => {
  const gone = orphaned(env)
  if (!signal.aborted) await Promise.race([once(signal, 'abort'), once(gone, 'abort')])
}
