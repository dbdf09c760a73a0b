import type { PartialStrykerOptions } from '@stryker-mutator/api/core'
import type { Form } from '../part.ts'
import type { Subject } from './subjects.ts'

/** How Stryker is run on one subject. */
export const strykerOptions = (subject: Subject, form: Form, workers: number): PartialStrykerOptions => ({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/prove/mutation/vitest.config.ts', related: false },
  mutate: [...(form === 'short' ? subject.short : subject.mutate)],
  coverageAnalysis: 'perTest',
  // Evaluated once at import, such a fault would take a process of its own each; there are few.
  ignoreStatic: true,
  concurrency: workers,
  reporters: [],
  ignorePatterns: ['dist', 'docs', '.playhead'],
  tempDirName: '.stryker-tmp',
})
