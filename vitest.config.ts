import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/browser/tell-missing.ts'],
    // The tests are nearly all computation: every core gets a worker.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes from another process, which may be kept waiting itself.
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default'],
  },
})
