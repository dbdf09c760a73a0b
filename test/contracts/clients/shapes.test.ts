import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../../../contracts/arbitraries/cases.ts'
import type { ClientModule } from '../../../contracts/client.ts'
import { clientWith } from '../../../contracts/clients/client-with.ts'
import { correct } from '../../../contracts/clients/correct.ts'
import type { Policy } from '../../../contracts/clients/policy.ts'
import { cacheWithMargin } from '../../../contracts/clients/shapes/cache-with-margin.ts'
import { noCache } from '../../../contracts/clients/shapes/no-cache.ts'
import { polling } from '../../../contracts/clients/shapes/polling.ts'
import { singleFlight } from '../../../contracts/clients/shapes/single-flight.ts'
import type { History } from '../../../contracts/history.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { vendors } from '../../../mocks/vendors/index.ts'

const policies: readonly { readonly name: string; readonly policy: Partial<Policy> }[] = [
  { name: 'one that never tries twice', policy: { pauseMs: () => undefined, refreshes: 1 } },
  { name: 'one that takes its time', policy: { answerLimitMs: 55_000, transferLimitMs: () => 400_000 } },
]

/** Right clients that are not the reference: a rule that blames one of them asks what nobody can know. */
const shapes: readonly ClientModule[] = [
  noCache,
  cacheWithMargin,
  polling,
  singleFlight,
  ...policies.map(({ name, policy }) => clientWith(name, { ...correct, ...policy })),
]

const blamed = (history: History): readonly string[] =>
  rules
    .filter((rule) => rule.vendors.includes(history.vendor))
    .flatMap((rule) => rule.judge(history).violations.map(({ what }) => `${rule.id}: ${what}`))

describe.each(shapes.map((client) => ({ client, name: client.name })))(
  'the rules blame no right client: $name',
  ({ client }) => {
    test.each(vendors.map((vendor) => ({ vendor, id: vendor.id })))('at $id', async ({ vendor }) => {
      const mine = rules.filter((rule) => rule.vendors.includes(vendor.id))
      for (const { id, witness } of mine)
        expect(blamed(await runCase(witness(vendor.id), vendor, client)), `witness of ${id}`).toEqual([])
      await fc.assert(
        fc.asyncProperty(cases(vendor.id), async (given) => {
          expect(blamed(await runCase(given, vendor, client))).toEqual([])
        }),
        { seed: 5, numRuns: 12 },
      )
    })
  },
)
