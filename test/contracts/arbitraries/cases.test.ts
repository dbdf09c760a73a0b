import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../../../contracts/arbitraries/cases.ts'
import { mostSteps } from '../../../contracts/arbitraries/steps.ts'
import { parseCase } from '../../../contracts/case.ts'
import { effectKinds } from '../../../mocks/world/disturbance.ts'

const seed = 11
const sample = fc.sample(cases('osvi'), { seed, numRuns: 600 })
const steps = sample.flatMap((one) => one.steps)
const troubles = [
  ...steps.flatMap((step) => (step.do === 'disturb' ? [step.disturbance] : [])),
  ...sample.flatMap(({ world }) => world.disturbances),
]
const share = (isSo: (one: (typeof sample)[number]) => boolean): number =>
  sample.filter(isSo).length / sample.length

describe(`generated cases (seed ${seed})`, () => {
  test('survive JSON unchanged', () => {
    for (const one of sample.slice(0, 100)) expect(parseCase(JSON.parse(JSON.stringify(one)))).toEqual(one)
  })

  test('are mostly short, and now and then as long as can be', () => {
    const lengths = sample.map((one) => one.steps.length)
    expect(share(({ steps: { length } }) => length <= 10)).toBeGreaterThan(0.6)
    expect(Math.max(...lengths)).toBeGreaterThan(mostSteps - 20)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(mostSteps)
  })

  test('ask something', () => {
    expect(share((one) => one.steps.some((step) => step.do === 'ask'))).toBe(1)
  })

  test('are often undisturbed, so that a client has no excuse', () => {
    const isCalm = ({ world, steps: mine }: (typeof sample)[number]): boolean =>
      world.disturbances.length === 0 && mine.every((step) => step.do !== 'disturb')
    expect(share(isCalm)).toBeGreaterThan(0.15)
  })

  test('show every kind of trouble, on both roles and in every extent', () => {
    expect(new Set(troubles.map(({ effect }) => effect.kind))).toEqual(new Set(effectKinds))
    expect(new Set(troubles.map(({ on }) => on.role))).toEqual(new Set(['api', 'storage', undefined]))
    expect(troubles.some(({ every }) => every !== undefined)).toBe(true)
    // More than any client tries, and fewer.
    expect(new Set(troubles.map(({ count }) => count))).toEqual(new Set([undefined, 1, 2, 3, 6]))
  })

  test('begin with a right clock or a wrong one, and ask with two credentials', () => {
    const skewed = share(({ clock }) => clock.skewMs !== 0)
    expect(skewed).toBeGreaterThan(0.05)
    expect(skewed).toBeLessThan(0.4)
    expect(
      share((one) => one.steps.some((step) => step.do === 'ask' && step.account === 'foreign')),
    ).toBeGreaterThan(0.1)
  })

  test('take every kind of step, and aim at every kind of goal', () => {
    expect(new Set(steps.map((step) => step.do))).toEqual(
      new Set(['ask', 'clock', 'hold', 'deliver', 'cancel', 'disturb', 'calm', 'skew', 'settle']),
    )
    const goals = steps.flatMap((step) => (step.do === 'clock' ? [step.to.goal] : []))
    expect(new Set(goals)).toEqual(new Set(['by', 'boundary', 'link-end', 'status']))
  })
})
