import { describe, expect, test } from 'vitest'
import { type Exploration, run } from './explore.ts'

const order: Exploration = { client: 'broken/hoarder', vendor: 'osvi', seed: 1, cases: 60 }
const rule = 'never-hand-out-a-dead-url'

describe('exploring', () => {
  test('ends where the one rule it looks for is broken', async () => {
    const { cases, broken } = await run({ ...order, until: rule })
    expect(Object.keys(broken)).toEqual([rule])
    expect(cases).toBe(broken[rule])
    expect(cases).toBeLessThan(order.cases)
  })

  test('is the same twice, and other with another seed', async () => {
    const [once, twice, other] = [
      await run({ ...order, until: rule }),
      await run({ ...order, until: rule }),
      await run({ ...order, seed: 2, cases: 20 }),
    ]
    expect(twice).toEqual(once)
    expect(other.judged).not.toEqual(once.judged)
  })

  test('blames no right client, and counts what it judged', async () => {
    const { cases, broken, judged } = await run({ ...order, client: 'reference', cases: 20 })
    expect([cases, broken]).toEqual([20, {}])
    expect(judged[rule]).toBeGreaterThan(0)
  })
})
