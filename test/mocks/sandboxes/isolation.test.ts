import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scenarioWorld } from '../../../mocks/sandboxes/scenario-world.ts'
import type { Backend } from '../../../mocks/sandboxes.ts'
import { redisStore } from '../../../mocks/stores/redis.ts'
import { hasRedis, startRedis } from '../../support/redis-server.ts'
import { aBackend, startedAt } from '../a-backend.ts'
import { type Act, done, foretold, newModel } from './model.ts'

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Act>({ kind: 'ask' }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('advance' as const), minutes: fc.integer({ min: 1, max: 90 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('arm' as const), count: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('scenario' as const),
      name: fc.constantFrom('default' as const, 'deleted' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'remove' }) },
)

/** What is done in each of so many sandboxes, and at which server each time. */
const plans = (sandboxes: number, servers: number) =>
  fc.array(fc.array(fc.tuple(acts, fc.nat(servers - 1)), { minLength: 1, maxLength: 25, size: 'max' }), {
    minLength: sandboxes,
    maxLength: sandboxes,
  })

const frozen = { start: { at: startedAt, freeze: true } }

/** Lives through a plan: within a sandbox one thing after another, all sandboxes at once; each is what its own model is. */
const live = async (
  servers: readonly Backend[],
  plan: readonly (readonly (readonly [Act, number])[])[],
  named: (nth: number) => string,
): Promise<void> => {
  await Promise.all(
    plan.map(async (steps, nth) => {
      const model = newModel()
      for (const [act, server] of steps) {
        const backend = servers[server]
        if (!backend) throw new RangeError(`There is no server ${server}`)
        assert.deepStrictEqual(await done(backend, named(nth), act), foretold(model, act), named(nth))
      }
    }),
  )
}

describe('sandboxes', () => {
  it('are each what they would be alone, whatever is done in the others meanwhile', async () => {
    const property = fc.asyncProperty(plans(5, 1), (plan) =>
      live([aBackend(frozen).backend], plan, (nth) => `s${nth}`),
    )
    await fc.assert(property, { numRuns: 60 })
  })

  it('are so ten thousand at once', async () => {
    // Laid out once for all: what is asked here is whether they meet, not how each begins.
    const { backend } = aBackend({ start: { ...frozen.start, world: scenarioWorld('default', startedAt) } })
    // A few plans, since it is the number of sandboxes that counts here, and neighbours differ.
    const few = fc.sample(
      fc.array(
        acts.filter(({ kind }) => kind !== 'remove'),
        { minLength: 1, maxLength: 2 },
      ),
      { seed: 7, numRuns: 37 },
    )
    const plan = Array.from({ length: 10_000 }, (_, nth) => [
      ...(few[nth % few.length] ?? []).map((act) => [act, 0] as const),
      [{ kind: 'ask' }, 0] as const,
    ])
    await live([backend], plan, (nth) => `s${nth}`)
    expect(await backend.sandboxes()).toHaveLength(10_000)
  }, 60_000)

  it.skipIf(!hasRedis)(
    'are so at several servers on one Redis (skipped where there is none)',
    async () => {
      const redis = await startRedis()
      let runs = 0
      const property = fc.asyncProperty(plans(4, 3), async (plan) => {
        const prefix = `run${++runs}:`
        const stores = [1, 2, 3].map(() => redisStore(redis.url, { prefix }))
        try {
          await live(
            stores.map((store) => aBackend({ ...frozen, store }).backend),
            plan,
            (nth) => `s${nth}`,
          )
        } finally {
          await Promise.all(stores.map((store) => store.close()))
        }
      })
      await fc.assert(property, { numRuns: 15 }).finally(() => redis.close())
    },
    60_000,
  )
})
