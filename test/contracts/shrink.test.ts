import { describe, expect, test } from 'vitest'
import type { Case } from '../../contracts/case.ts'
import type { History } from '../../contracts/history.ts'
import { runCase } from '../../contracts/run/run-case.ts'
import { dropBlocks } from '../../contracts/shrink/blocks.ts'
import { shrinkCase } from '../../contracts/shrink.ts'
import { hoarder } from './support/clients.ts'
import { download, look, only, pass, smallCase, toLinkEnd, trouble, vendorOf } from './support/small-case.ts'

const osvi = vendorOf('osvi')

/** Whether a URL was handed out at or after the end that was told for it. */
const handsOutTheDead = (history: History): boolean =>
  only(history, 'answered').some(
    ({ at, outcome }) =>
      outcome?.kind === 'playable' &&
      outcome.segments.some(({ expiresAt }) => expiresAt !== undefined && expiresAt <= at),
  )

const stillShows = async (given: Case): Promise<boolean> =>
  handsOutTheDead(await runCase(given, osvi, hoarder))

describe('the shrinker', () => {
  test('brings a client that caches for ever down to ask, wait, ask', async () => {
    const noise = [
      look({ call: 'c2' }),
      trouble({ kind: 'new-fields' }, 'api', 2),
      { do: 'calm' } as const,
      { do: 'skew', ms: 1000 } as const,
      { do: 'skew', ms: 0 } as const,
    ]
    const long = smallCase(
      [
        ...noise,
        look({ call: 'c2', overlap: true }),
        pass(1234),
        look(),
        ...noise,
        pass(600_000),
        pass(77_000),
        look({ call: 'c2' }),
        toLinkEnd(1),
        look(),
        ...noise,
        pass(5),
        look(),
      ],
      {
        calls: {
          c1: { segments: [{ id: 's1', status: 'completed', durationSeconds: 61.5, metadata: false }] },
          c2: {
            segments: [
              { id: 's1', status: 'completed' },
              { id: 's2', status: 'deleted' },
            ],
          },
        },
        seed: 5,
      },
    )
    expect(await stillShows(long)).toBe(true)
    const smallest = await shrinkCase(long, stillShows)
    expect(smallest.steps.map((step) => step.do)).toEqual(['ask', 'clock', 'ask'])
    expect(smallest.world.calls).toHaveLength(1)
    expect(smallest.world.calls[0]?.segments).toHaveLength(1)
    expect(smallest.world.accounts).toHaveLength(1)
    expect(smallest).toMatchObject({ seed: 1, world: { disturbances: [], lifetimes: {} } })
  })

  test('finds fifteen minutes to the millisecond', async () => {
    const smallest = await shrinkCase(smallCase([look(), pass(700_000), pass(433_217), look()]), stillShows)
    expect(smallest.steps).toEqual([look(), pass(900_000), look()])
  })

  test('renames the only call that is left to c1', async () => {
    const onlySecond = smallCase([look({ call: 'c2' }), pass(900_000), look({ call: 'c2' })], {
      calls: { c1: {}, c2: { segments: [{ id: 's1', status: 'completed' }] } },
    })
    const smallest = await shrinkCase(onlySecond, stillShows)
    expect(smallest.world.calls.map(({ ref }) => ref)).toEqual(['c1'])
    expect(smallest.steps).toEqual([look(), pass(900_000), look()])
  })

  test('drops what an ask does not need', async () => {
    const given = smallCase([download({ from: 3, segment: 1, overlap: true, account: 'foreign' })])
    const smallest = await shrinkCase(given, async ({ steps }) => steps.some((step) => step.do === 'ask'))
    expect(smallest.steps).toEqual([look()])
  })

  test('leaves a case alone where nothing smaller shows it', async () => {
    const given = smallCase([look()])
    expect(await shrinkCase(given, async () => false)).toBe(given)
  })

  test('stops after so many tries', async () => {
    let tries = 0
    await shrinkCase(
      smallCase(Array.from({ length: 50 }, (_, index) => pass(index + 1))),
      async () => {
        tries++
        return false
      },
      20,
    )
    expect(tries).toBe(20)
  })
})

describe('leaving out blocks', () => {
  test.each([
    [[1, 2, 3, 4, 5, 6, 7], [3], [3]],
    [
      [1, 2, 3, 4, 5, 6, 7],
      [1, 7],
      [1, 7],
    ],
    [[1], [], []],
    [[], [], []],
  ])('of %j keeps what is needed, %j', async (items, needed, wanted) => {
    const kept = await dropBlocks(items, async (left) => needed.every((item) => left.includes(item)))
    expect(kept).toEqual(wanted)
  })
})
