import { afterEach, expect, test } from 'vitest'
import type { Bench } from '../../bench/bench.ts'
import { benches } from '../../bench/benches.ts'
import { verifyOverLoopback } from '../../bench/verify-over-loopback.ts'

const begun: Bench[] = []

afterEach(async () => {
  for (const { end } of begun.splice(0)) await end?.()
})

/** Those of servers under load begin them all at once: test/bench/serve.test.ts tries them without the peers. */
const light = benches.filter(({ name }) => name !== 'serve')

test('no two benches share a name', () => {
  expect(new Set(benches.map(({ name }) => name)).size).toBe(benches.length)
})

test.for(light.map((bench) => [bench.name, bench] as const))(
  '%s compares each of its figures with a peer of its own',
  async ([, bench]) => {
    begun.push(bench)
    const contenders = await bench.contenders()
    const names = contenders.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const peers = contenders.flatMap(({ against }) => against ?? [])
    expect(names).toEqual(expect.arrayContaining(peers))
    for (const { name, against, unit } of contenders)
      if (against === undefined) expect(peers, name).toContain(name)
      else expect(contenders.find((peer) => peer.name === against)?.unit).toBe(unit)
  },
)

test('a round is a figure', async () => {
  for (const { round } of await verifyOverLoopback.contenders()) expect(await round(0)).toBeGreaterThan(0)
})
