import { expect, test } from 'vitest'
import type { Contender } from '../../bench/bench.ts'
import { measure } from '../../bench/measure.ts'

const none = (): void => {}

/** A contender that gives these figures in turn, the first to its warm-up. */
const giving = (name: string, figures: readonly number[], more: Partial<Contender> = {}): Contender => {
  let round = 0
  return { name, unit: 'things/s', round: async () => figures[round++] ?? Number.NaN, ...more }
}

const bench = (...contenders: readonly Contender[]) => ({ name: 'b', contenders: async () => contenders })

test('the round before the first counts for nothing', async () => {
  const [line] = await measure(bench(giving('a', [1000, 3, 1, 2, 5, 4])), 5, none)
  expect(line).toEqual({
    bench: 'b',
    name: 'a',
    unit: 'things/s',
    rounds: [3, 1, 2, 5, 4],
    median: 3,
    least: 1,
    most: 5,
  })
})

test('a ratio is taken round by round, so that a slow moment of the machine does not show', async () => {
  const slowing = [0, 10, 20, 40, 80, 160]
  const [line] = await measure(
    bench(
      giving(
        'a',
        slowing.map((value) => value / 4),
        { against: 'peer' },
      ),
      giving('peer', slowing),
    ),
    5,
    none,
  )
  expect(line?.ratio).toEqual({ to: 'peer', of: 0.25 })
})

test.for<[NonNullable<Contender['target']>, { says: string; reached: boolean }]>([
  [{ atLeast: 3 }, { says: 'at least 3 things/s', reached: true }],
  [{ atLeast: 4 }, { says: 'at least 4 things/s', reached: false }],
  [{ atMost: 3 }, { says: 'at most 3 things/s', reached: true }],
  [{ atMost: 2 }, { says: 'at most 2 things/s', reached: false }],
])('with a median of 3 the target %j is told as %j', async ([target, told]) => {
  const [line] = await measure(bench(giving('a', [0, 1, 2, 3, 4, 5], { target })), 5, none)
  expect(line?.target).toEqual(told)
})

test('contenders take turns, and each round is begun by another', async () => {
  const order: string[] = []
  const named = (name: string): Contender => ({
    name,
    unit: 's',
    round: async () => order.push(name),
  })
  const told: string[] = []
  await measure(bench(named('a'), named('b'), named('c')), 3, (done, of) => told.push(`${done}/${of}`))
  expect(order.join('')).toBe('abcbcacababc')
  expect([told[0], told.at(-1), told.length]).toEqual(['1/12', '12/12', 12])
})

test('a peer that there is not is refused', async () => {
  await expect(measure(bench(giving('a', [1, 1], { against: 'b' })), 1, none)).rejects.toThrow(
    'Cannot compare a with b: b has no such contender.',
  )
})

test.for<[NonNullable<Contender['target']>, { says: string; reached: boolean }]>([
  [{ timesAtLeast: 0.5 }, { says: 'at least 0.5 ×', reached: true }],
  [{ timesAtLeast: 0.6 }, { says: 'at least 0.6 ×', reached: false }],
  [{ timesAtMost: 0.5 }, { says: 'at most 0.5 ×', reached: true }],
  [{ timesAtMost: 0.4 }, { says: 'at most 0.4 ×', reached: false }],
])('at half its peer the target %j is told as %j', async ([target, told]) => {
  const slowing = [0, 10, 20, 40, 80, 160]
  const halves = slowing.map((value) => value / 2)
  const lines = await measure(
    bench(giving('a', halves, { against: 'b', target }), giving('b', slowing)),
    5,
    none,
  )
  expect(lines[0]?.target).toEqual(told)
})

test('what is not there is told of and not measured, and nothing is compared with it', async () => {
  const missing = { missing: 'not installed', round: () => Promise.reject(new Error('asked')) }
  const rest = { name: 'a', unit: 's' }
  const [line] = await measure(bench({ ...rest, ...missing }, giving('b', [1, 1])), 1, none)
  expect(line).toMatchObject({ ...rest, rounds: [], missing: 'not installed' })
  const against = bench(giving('b', [1, 1], { against: 'a' }), { ...rest, ...missing })
  await expect(measure(against, 1, none)).rejects.toThrow('Cannot compare b with a')
})

test.for<[string, () => Promise<number>]>([
  ['went well', async () => 1],
  ['failed', () => Promise.reject(new Error('a round failed'))],
])('a bench is ended where its rounds %s', async ([, round]) => {
  let ended = 0
  const end = async (): Promise<void> => void ended++
  const measured = measure({ ...bench({ name: 'a', unit: 's', round }), end }, 1, none)
  await measured.catch(({ message }: Error) => expect(message).toBe('a round failed'))
  expect(ended).toBe(1)
})

test('rounds are counted from the one that counts for nothing', async () => {
  const counted: number[] = []
  const round = async (nth: number): Promise<number> => counted.push(nth)
  await measure(bench({ name: 'a', unit: 's', round }), 3, none)
  expect(counted).toEqual([0, 1, 2, 3])
})
