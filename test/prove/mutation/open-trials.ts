import type { Trial } from './trial.ts'

/** What a subject's changed code is put through: the tests named in the environment, or else the suite itself. */
export const openTrials = async (root: URL): Promise<readonly Trial[]> => {
  const tests = process.env.PLAYHEAD_MUTATION_TESTS
  if (tests) return (await import('./unit-trials.ts')).openUnitTests(root, tests.split(' '))
  return (await import('./suite-trials.ts')).openSuite()
}
