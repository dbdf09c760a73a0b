import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'
import { targets } from './targets.ts'

/** Always the same: whoever wants others runs `npm run fuzz`. */
const seed = 20_260_131

/** So many in all, and some of each. */
const inputs = 3000
const fewest = 30

test.each(targets.map((target) => [target.name, target] as const))('%s', async (_, target) => {
  const wanted = Math.max(fewest, Math.round((inputs * target.share) / 1000))
  const { fault, inputs: done, refused } = await fuzz(target, { inputs: wanted, seed })
  expect(fault).toBeUndefined()
  expect(done).toBe(wanted)
  // Neither all good nor all bad: else it is not fuzzed but only knocked at.
  expect(refused).toBeGreaterThan(0)
  expect(refused).toBeLessThan(wanted)
})

test('all shares are a thousand', () => {
  expect(targets.reduce((sum, { share }) => sum + share, 0)).toBe(1000)
})
