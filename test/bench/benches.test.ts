import { expect, test } from 'vitest'
import { benches } from '../../bench/benches.ts'
import { verifyOverLoopback } from '../../bench/verify-over-loopback.ts'

test('no two benches share a name', () => {
  expect(new Set(benches.map(({ name }) => name)).size).toBe(benches.length)
})

test.for(benches.map((bench) => [bench.name, bench] as const))(
  '%s compares each of its figures with a peer of its own',
  async ([, bench]) => {
    const contenders = await bench.contenders()
    const names = contenders.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(contenders.filter(({ against }) => against === undefined)).toHaveLength(1)
    for (const { against } of contenders) if (against !== undefined) expect(names).toContain(against)
  },
)

test('a round is a figure', async () => {
  for (const { round } of await verifyOverLoopback.contenders()) expect(await round()).toBeGreaterThan(0)
})
