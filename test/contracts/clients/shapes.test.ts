import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../../../contracts/arbitraries/cases.ts'
import { clientWith } from '../../../contracts/clients/client-with.ts'
import { correct } from '../../../contracts/clients/correct.ts'
import type { Policy } from '../../../contracts/clients/policy.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { vendors } from '../../../mocks/vendors/index.ts'

const isPending = /"(processing|in-progress|paused|stopping)"/

/** Right clients that are not the reference: a rule that blames one of them asks what nobody can know. */
const shapes: readonly { readonly name: string; readonly policy: Partial<Policy> }[] = [
  { name: 'one that caches nothing', policy: { isFresh: () => false } },
  { name: 'one that never tries twice', policy: { pauseMs: () => undefined, refreshes: 1 } },
  { name: 'one that takes its time', policy: { answerLimitMs: 55_000, transferLimitMs: () => 1_000_000 } },
  {
    name: 'one that polls',
    policy: {
      pauseMs: (failed, tries, now) =>
        failed !== 'lost' && tries < 6 && isPending.test(failed.body)
          ? 5000 * tries
          : correct.pauseMs(failed, tries, now),
    },
  },
]

describe.each(shapes)('the rules blame no right client: $name', ({ name, policy }) => {
  const client = clientWith(name, { ...correct, ...policy })

  test.each(vendors.map((vendor) => ({ vendor, id: vendor.id })))('at $id', async ({ vendor }) => {
    const mine = rules.filter((rule) => rule.vendors.includes(vendor.id))
    await fc.assert(
      fc.asyncProperty(cases(vendor.id), async (given) => {
        const history = await runCase(given, vendor, client)
        const blamed = mine.flatMap((rule) =>
          rule.judge(history).violations.map(({ what }) => `${rule.id}: ${what}`),
        )
        expect(blamed).toEqual([])
      }),
      { seed: 5, numRuns: 80 },
    )
  })
})
