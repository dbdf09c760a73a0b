import { describe, expect, test } from 'vitest'
import type { Case } from '../../contracts/case.ts'
import type { History } from '../../contracts/history.ts'
import { runCase } from '../../contracts/run/run-case.ts'
import { shrinkCase } from '../../contracts/shrink.ts'
import type { Disturbance } from '../../mocks/world/disturbance.ts'
import { hoarder } from './support/clients.ts'
import {
  download,
  look,
  only,
  pass,
  smallCase,
  start,
  toLinkEnd,
  trouble,
  vendorOf,
} from './support/small-case.ts'

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

  test('tries each question alone before it runs anything long', async () => {
    const lengths: number[] = []
    await shrinkCase(smallCase([look(), pass(1), download(), pass(2)]), async ({ steps }) => {
      lengths.push(steps.length)
      return steps.some((step) => step.do === 'ask' && step.op === 'look')
    })
    expect(lengths.slice(0, 2)).toEqual([1, 1])
    expect(Math.max(...lengths)).toBe(1)
  })

  test('makes what surrounds the calls plain at one stroke', async () => {
    const given = smallCase([look()], { calls: { c1: {}, c2: {} }, seed: 5 })
    const { world } = given
    const special: Case = {
      ...given,
      world: { ...world, lifetimes: { osvi: 7 }, storage: { osvi: 'gcs' }, seed: 3 },
      clock: { at: start + 1234, skewMs: 5000 },
    }
    const accepted: Case[] = []
    const smallest = await shrinkCase(special, async (candidate) => {
      const { accounts, calls } = candidate.world
      const shows = candidate.steps.length > 0 && accounts.length > 0 && calls.some(({ ref }) => ref === 'c1')
      if (shows) accepted.push(candidate)
      return shows
    })
    expect(accepted).toHaveLength(1)
    expect(smallest).toMatchObject({
      clock: { at: start, skewMs: 0 },
      seed: 1,
      world: { seed: 1, lifetimes: {} },
    })
    expect(smallest.world).not.toHaveProperty('storage')
    expect(smallest.world.calls.map(({ ref }) => ref)).toEqual(['c1'])
  })

  test('drops what two steps need of each other', async () => {
    const given = smallCase([{ do: 'hold', role: 'api' }, look(), { do: 'deliver' }, look()])
    const held = ({ steps }: Case): boolean => steps.some((step) => step.do === 'hold')
    const delivered = ({ steps }: Case): boolean => steps.some((step) => step.do === 'deliver')
    const asked = ({ steps }: Case): number => steps.filter((step) => step.do === 'ask').length
    const smallest = await shrinkCase(given, async (one) => held(one) === delivered(one) && asked(one) === 2)
    expect(smallest.steps).toEqual([look(), look()])
  })

  test('renames a call in all steps at once', async () => {
    const given = smallCase([look({ call: 'c2' }), toLinkEnd(), look({ call: 'c2' })], {
      calls: { c1: {}, c2: {} },
    })
    const sameCallTwice = async ({ steps }: Case): Promise<boolean> => {
      const calls = steps.flatMap((step) => (step.do === 'ask' ? [step.call] : []))
      return calls.length === 2 && new Set(calls).size === 1
    }
    expect((await shrinkCase(given, sameCallTwice)).steps).toEqual([look(), look()])
  })

  test('has a clock wrong from the start that the first step sets wrong', async () => {
    const given = smallCase([{ do: 'skew', ms: -5000 }, look()])
    const askedBehind = async ({ steps, clock }: Case): Promise<boolean> => {
      const [first] = steps
      const skewMs = first?.do === 'skew' ? first.ms : clock.skewMs
      return skewMs <= -2000 && steps.some((step) => step.do === 'ask')
    }
    const smallest = await shrinkCase(given, askedBehind)
    expect(smallest.steps).toEqual([look()])
    expect(smallest.clock.skewMs).toBe(-5000)
  })

  test('makes trouble plain, in the world and in a step', async () => {
    const odd: Disturbance = {
      id: 't',
      effect: { kind: 'silence' },
      on: {},
      skip: 2,
      count: 3,
      every: 4,
      from: start,
      until: start + 1,
    }
    const given = smallCase([{ do: 'disturb', disturbance: odd }, look()])
    const troubled: Case = { ...given, world: { ...given.world, disturbances: [odd] } }
    const smallest = await shrinkCase(
      troubled,
      async ({ steps, world }) => world.disturbances.length > 0 && steps.length === 2,
    )
    const plain = { id: 't', effect: { kind: 'silence' }, on: {}, skip: 0, count: 1 }
    expect(smallest.world.disturbances).toEqual([plain])
    expect(smallest.steps).toContainEqual({ do: 'disturb', disturbance: plain })
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
