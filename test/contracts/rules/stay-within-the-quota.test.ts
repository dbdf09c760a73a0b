import { expect, test } from 'vitest'
import { judged } from './a-history.ts'
import { atOnce, burst, skewed } from './histories/clocks-and-quotas.ts'

test('whoever never waits passes on what it is asked, and is not judged', () => {
  expect(judged('stay-within-the-quota', 'quo', burst([...atOnce, 0, 0]))).toEqual({ judged: 0, wrong: 0 })
})

test('across a step of its own clock a client cannot count', () => {
  const [early, late] = [burst(atOnce), burst([...atOnce, 500]).slice(-3)]
  expect(judged('stay-within-the-quota', 'quo', [...early, ...late]).wrong).toBe(1)
  expect(judged('stay-within-the-quota', 'quo', [...early, skewed(60_000), ...late]).wrong).toBe(0)
})
