import { globSync } from 'node:fs'
import { registerHooks } from 'node:module'
import fc from 'fast-check'
import type { Trial } from './trial.ts'

const ours = new URL('in-process-vitest.ts', import.meta.url).href

/**
 * The tests of some files, to be run in this process, in the order of the globs: what is quick goes first.
 * @param root the folder the globs are meant in, with a slash at its end
 */
export const openUnitTests = async (root: URL, globs: readonly string[]): Promise<readonly Trial[]> => {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vitest' && context.parentURL !== ours
        ? { url: ours, shortCircuit: true }
        : next(specifier, context),
  })
  // A fault is to be noticed, and need not be made small.
  fc.configureGlobal({ endOnFailure: true })
  const paths = new Set(globs.flatMap((glob) => globSync(glob, { cwd: root }).toSorted()))
  for (const path of paths) await import(new URL(path, root).href)
  const { declared } = await import('./in-process-vitest.ts')
  return declared
}
