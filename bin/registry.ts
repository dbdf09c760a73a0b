import type { Command } from './command.ts'

/** Every command by name, loaded only when it is called: a mock starts without loading the rule catalogue. */
export const registry: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  mock: () => import('./commands/mock.ts'),
  clock: () => import('./commands/clock.ts'),
  scenario: () => import('./commands/scenario.ts'),
  verify: () => import('./commands/verify.ts'),
  observe: () => import('./commands/observe.ts'),
  replay: () => import('./commands/replay.ts'),
  case: () => import('./commands/case.ts'),
  baseline: () => import('./commands/baseline.ts'),
  report: () => import('./commands/report.ts'),
  driver: () => import('./commands/driver.ts'),
  rules: () => import('./commands/rules.ts'),
  drift: () => import('./commands/drift.ts'),
  lint: () => import('./commands/lint.ts'),
  generate: () => import('./commands/generate.ts'),
  init: () => import('./commands/init.ts'),
  completion: () => import('./commands/completion.ts'),
}
