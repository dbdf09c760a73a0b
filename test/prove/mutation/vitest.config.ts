import { defineConfig } from 'vitest/config'

/** The tests of one subject: Stryker hands its globs over in the environment. */
export default defineConfig({
  test: { include: (process.env.PLAYHEAD_MUTATION_TESTS ?? '').split(' '), testTimeout: 60_000 },
})
