import { describe, expect, test } from 'vitest'
import type { Case } from '../../contracts/case.ts'
import { runCase } from '../../contracts/run/run-case.ts'
import type { Step } from '../../contracts/step.ts'
import { hoarder } from '../contracts/support/clients.ts'
import { look, only, pass, smallCase, toLinkEnd, vendorOf } from '../contracts/support/small-case.ts'
import { holds } from './page.ts'
import { type Failure, failuresIn, shrinkingOf } from './shrinking.ts'
import { lettersOf, minimumOf, plansOf } from './shrinking-minimum.ts'

const failure = (shrunk: number, steps: number | undefined, reportMs = 1): Failure => [
  {
    client: 'broken/hoarder',
    rule: 'never-hand-out-a-dead-url',
    vendor: 'osvi',
    seed: 4,
    fromSteps: 20,
    cases: 1,
    mostPlans: 1,
  },
  { found: 30, shrunk, minimum: { steps, plans: 7 }, reportMs },
]

describe('the minimum', () => {
  test('is looked for among all plans in which something is asked', () => {
    const plans = [...plansOf([look(), pass(1)], 2)]
    expect(plans).toEqual([
      [look(), look()],
      [look(), pass(1)],
      [pass(1), look()],
    ])
  })

  test('is made of the steps of all settings, each of them once', () => {
    const letters = lettersOf([smallCase([look(), pass(1), look()]), smallCase([pass(1), pass(2)])])
    expect(letters.map((step) => step.do)).toEqual(['ask', 'clock', 'clock', 'ask'])
  })

  const asksTwice = async ({ steps }: Case): Promise<boolean> =>
    steps.filter((step) => step.do === 'ask').length >= 2

  test('is the least length that shows it', async () => {
    const found = smallCase([look(), pass(1), look(), pass(2)])
    expect(await minimumOf([found, found], asksTwice, 1000)).toMatchObject({ steps: 2 })
    // Four letters alone and in pairs, the first pair of asks: all were tried in both settings until it showed.
    expect(await minimumOf([found, smallCase([look(), look()])], asksTwice, 1000)).toEqual({
      steps: 2,
      plans: 4,
    })
  })

  test('is not known where there are too many plans', async () => {
    const found = smallCase([look(), pass(1), look()])
    expect(await minimumOf([found], async () => false, 5)).toEqual({ steps: undefined, plans: 2 })
  })

  test('of a client that caches for ever is ask, wait, ask', async () => {
    const osvi = vendorOf('osvi')
    const shows = async (given: Case): Promise<boolean> =>
      only(await runCase(given, osvi, hoarder), 'answered').some(
        ({ at, outcome }) =>
          outcome?.kind === 'playable' &&
          outcome.segments.some(({ expiresAt }) => (expiresAt ?? at + 1) <= at),
      )
    const steps: readonly Step[] = [look(), pass(5), toLinkEnd(), pass(7), look()]
    expect(await minimumOf([smallCase(steps)], shows, 1000)).toMatchObject({ steps: 3 })
  })
})

describe('shrinking', () => {
  test('holds where reports are short and soon there', () => {
    const section = shrinkingOf([failure(2, 2), failure(3, 2)], 2)
    expect(section.claims.map((claim) => claim.holds)).toEqual([true, true, true])
    expect(section.claims.map((claim) => claim.measured)).toEqual([
      '2 of 2, by 14 plans',
      '2 of 2; 1 to the minimum itself',
      '2 of 2',
    ])
  })

  test.each<[string, readonly Failure[], readonly boolean[], string]>([
    ['two steps too many', [failure(4, 2)], [true, false, true], 'shrunk to 4 steps, the minimum is 2'],
    ['an unknown minimum', [failure(4, undefined)], [false, false, true], 'the minimum is not known'],
    ['a slow report', [failure(2, 2, 2001)], [true, true, false], ''],
    ['too few failures', [], [false, false, false], ''],
  ])('does not by %s', (_, given, held, told) => {
    const section = shrinkingOf(given, 1)
    expect(section.claims.map((claim) => claim.holds)).toEqual(held)
    expect(section.details.join()).toContain(told)
    expect(holds(section)).toBe(false)
  })

  test('takes failures of every rule, with another seed and another vendor each time', () => {
    const [first, second] = [1, 2].map((round) => failuresIn(round))
    const cover = new Set(first?.map(({ rule }) => rule))
    expect(cover.size).toBeGreaterThan(30)
    expect(new Set([...(first ?? []), ...(second ?? [])].map(({ seed }) => seed)).size).toBe(
      (first?.length ?? 0) * 2,
    )
    expect(second?.map(({ client }) => client)).toEqual(first?.map(({ client }) => client))
    expect(second?.map(({ vendor }) => vendor)).not.toEqual(first?.map(({ vendor }) => vendor))
  })
})
