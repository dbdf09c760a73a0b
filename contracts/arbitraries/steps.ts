import fc from 'fast-check'
import { recordingStatuses } from '../../mocks/world/recording-status.ts'
import type { Goal, Step } from '../step.ts'
import { troubles } from './disturbances.ts'
import { hostileIds } from './hostile-ids.ts'
import { nearness } from './moments.ts'
import { skews } from './skews.ts'
import { turns } from './turns.ts'

/** Mostly the first call, since what is wrong with a client shows soonest where it is asked again. */
const calls = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant('c1') },
    { weight: 2, arbitrary: fc.constant('c2') },
    { weight: 1, arbitrary: fc.constant('c3') },
  )

const asks = (): fc.Arbitrary<Step> =>
  fc
    .record(
      {
        op: fc.oneof(
          { weight: 4, arbitrary: fc.constant('look' as const) },
          { weight: 3, arbitrary: fc.constant('download' as const) },
          { weight: 1, arbitrary: fc.constant('replies' as const) },
        ),
        call: calls(),
        overlap: fc.constant(true),
        foreign: fc.boolean(),
        segment: fc.integer({ min: 0, max: 2 }),
        from: fc.constantFrom(0, 1, 1000, 5000, 1_000_000),
        id: fc.constantFrom(...hostileIds),
        // What is seldom: one byte decides, so that its parts stay apart.
        rare: fc.integer({ min: 0, max: 255 }),
      },
      { requiredKeys: ['op', 'call', 'rare', 'foreign', 'id', 'from', 'segment'] },
    )
    .map(
      ({ op, call, overlap, foreign, segment, from, id, rare }): Step => ({
        do: 'ask',
        op,
        call,
        ...(overlap && rare % 2 === 1 ? { overlap } : {}),
        ...(foreign && rare > 200 ? { account: 'foreign' } : {}),
        ...(op === 'download' && rare % 3 === 1 ? { segment } : {}),
        ...(op === 'download' && rare % 4 === 1 ? { from } : {}),
        ...(rare > 232 ? { id } : {}),
      }),
    )

const goals = (): fc.Arbitrary<Goal> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ goal: fc.constant('link-end' as const), call: calls(), offsetMs: nearness() }),
    },
    { weight: 3, arbitrary: fc.record({ goal: fc.constant('boundary' as const), offsetMs: nearness() }) },
    {
      weight: 1,
      arbitrary: fc.record({
        goal: fc.constant('status' as const),
        call: calls(),
        status: fc.constantFrom(...recordingStatuses),
        offsetMs: nearness(),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        goal: fc.constant('by' as const),
        ms: fc.oneof(
          fc.constantFrom(1, 999, 1000, 10_000, 60_000, 899_000, 900_000, 3_600_000),
          fc.integer({ min: 0, max: 1_200_000 }),
        ),
      }),
    },
  )

/** One step of a case: mostly asking and letting time pass, with races, trouble and a wrong clock in between. */
export const steps = (): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 12, arbitrary: asks() },
    { weight: 7, arbitrary: goals().map((to): Step => ({ do: 'clock', to })) },
    {
      weight: 3,
      arbitrary: troubles().map((given): Step => ({ do: 'disturb', disturbance: { id: 't', ...given } })),
    },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'calm' }) },
    { weight: 1, arbitrary: fc.constantFrom('api', 'storage').map((role): Step => ({ do: 'hold', role })) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'deliver' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'settle' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'cancel' }) },
    { weight: 1, arbitrary: fc.constantFrom(...skews).map((ms): Step => ({ do: 'skew', ms })) },
  )

/** The most steps of a generated case. */
export const mostSteps = 120

/** A case in which nothing is asked shows nothing. */
const asking = (several: readonly Step[]): Step[] =>
  several.some((step) => step.do === 'ask')
    ? [...several]
    : [...several, { do: 'ask', op: 'look', call: 'c1' }]

/**
 * The steps of one case, some alone and some in turns that belong together: often a handful, which is quick, and
 * sometimes {@link mostSteps}, which alone finds what needs a long run-up.
 */
export const plots = (): fc.Arbitrary<Step[]> => {
  const parts = fc.oneof(
    { weight: 1, arbitrary: steps().map((step): readonly Step[] => [step]) },
    { weight: 2, arbitrary: turns() },
  )
  const upTo = (maxLength: number) => fc.array(parts, { minLength: 1, maxLength, size: 'max' })
  const lengths = fc.oneof(
    { weight: 9, arbitrary: upTo(5) },
    { weight: 3, arbitrary: upTo(10) },
    { weight: 1, arbitrary: upTo(70) },
  )
  // Where nothing is disturbed a client has no excuse.
  return fc.tuple(lengths, fc.integer({ min: 0, max: 9 })).map(([several, one]) => {
    const all = several.flat()
    const mine = one === 9 ? all.filter((step) => step.do !== 'disturb') : all
    return asking(mine.slice(0, mostSteps - 1))
  })
}
