import { fileURLToPath } from 'node:url'
import type { LogLevel, PartialStrykerOptions } from '@stryker-mutator/api/core'
import type { Form } from '../part.ts'
import type { Subject } from './subjects.ts'

/** How Stryker is run on one subject. */
export const strykerOptions = (subject: Subject, form: Form, workers: number): PartialStrykerOptions => ({
  testRunner: 'trials',
  plugins: [fileURLToPath(new URL('trial-runner.ts', import.meta.url))],
  mutate: [...(form === 'short' ? subject.short : subject.mutate)],
  coverageAnalysis: 'perTest',
  // Evaluated once at import, such a fault would take a process of its own each; there are few.
  ignoreStatic: true,
  concurrency: workers,
  // Endless loops are told by counting: a clock decides only where nothing comes of anything any more.
  timeoutMS: 10_000,
  timeoutFactor: 10,
  dryRunTimeoutMinutes: 60,
  // The part tells its own progress.
  reporters: [],
  logLevel: 'error' as LogLevel,
  ignorePatterns: ['dist', 'docs', '.playhead'],
  tempDirName: '.stryker-tmp',
})
