/**
 * The public entry `playhead/vitest`: one test a rule, in your own Vitest.
 * @module
 */
import { describe, test } from 'vitest'
import { suitesOf } from '../contract/tests.ts'
import { ContractBroken } from './contract-broken.ts'
import { type DescribeOptions, defaultTimeoutMs } from './describe-options.ts'
import { transportLoader } from './transports.ts'

export type { DescribeOptions } from './describe-options.ts'

/**
 * Describes the contract that a client is to keep: one test for each rule of each vendor. Filters, watch mode and
 * reporters are Vitest's own; `--shard` deals out files, so give each vendor a file of its own to share the work. What
 * cannot be judged is skipped with the reason, and a broken SHOULD is annotated.
 * @throws PlayheadError `unknown-vendor`, `unknown-rule`, `unknown-catalogue`, `unknown-transport`, `bad-outsider`,
 *   `bad-baseline`
 * @example describeContract({ ...(await import('./playhead-adapter.ts')), vendor: 'osvi' })
 */
export const describeContract = (options: DescribeOptions): void => {
  const { timeoutMs = defaultTimeoutMs } = options
  for (const { title, tests } of suitesOf(options, transportLoader(options.transport)))
    describe(title, () => {
      for (const one of tests)
        test(one.title, { timeout: timeoutMs }, async ({ skip, annotate }) => {
          const verdict = await one.verdict()
          if (verdict.kind === 'skipped') skip(verdict.why)
          else if (verdict.kind === 'warned') await annotate(verdict.told, 'warning')
          else if (verdict.kind === 'failed') throw new ContractBroken(verdict.told)
        })
    })
}
