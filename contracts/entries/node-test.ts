/**
 * The public entry `playhead/node-test`: one test a rule, in `node --test`.
 * @module
 */
import { describe, test } from 'node:test'
import { suitesOf } from '../contract/tests.ts'
import { ContractBroken } from './contract-broken.ts'
import { type DescribeOptions, defaultTimeoutMs } from './describe-options.ts'
import { transportLoader } from './transports.ts'

export type { DescribeOptions } from './describe-options.ts'

/**
 * Describes the contract that a client is to keep: one test for each rule of each vendor. Filters, watch mode and
 * reporters are those of `node --test`. What cannot be judged is skipped with the reason, and a broken SHOULD is told as
 * a diagnostic.
 * @throws PlayheadError `unknown-vendor`, `unknown-rule`, `unknown-catalogue`, `unknown-transport`, `bad-outsider`,
 *   `bad-baseline`
 * @example describeContract({ ...(await import('./playhead-adapter.ts')), vendor: 'osvi' })
 */
export const describeContract = (options: DescribeOptions): void => {
  const { timeoutMs = defaultTimeoutMs } = options
  for (const { title, tests } of suitesOf(options, transportLoader(options.transport)))
    void describe(title, () => {
      for (const one of tests)
        void test(one.title, { timeout: timeoutMs }, async (context) => {
          const verdict = await one.verdict()
          if (verdict.kind === 'skipped') context.skip(verdict.why)
          else if (verdict.kind === 'warned') context.diagnostic(verdict.told)
          else if (verdict.kind === 'failed') throw new ContractBroken(verdict.told)
        })
    })
}
