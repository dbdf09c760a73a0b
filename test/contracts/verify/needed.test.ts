import { describe, expect, test } from 'vitest'
import type { Case } from '../../../contracts/case.ts'
import { neededParts } from '../../../contracts/verify/needed.ts'
import { look, pass, smallCase, trouble } from '../support/small-case.ts'

const waited = ({ steps }: Case): number =>
  steps.reduce((sum, step) => sum + (step.do === 'clock' && step.to.goal === 'by' ? step.to.ms : 0), 0)

describe('what a case takes', () => {
  test('is told of each step that is no question, and of a millisecond', async () => {
    const given = smallCase([look(), pass(900), trouble({ kind: 'silence' }), look()])
    expect(await neededParts(given, async (one) => waited(one) >= 900)).toEqual([
      'without the clock step it passes',
      '1 ms earlier it passes',
    ])
    expect(await neededParts(given, async ({ steps }) => steps.length === 4)).toEqual([
      'without the clock step it passes',
      '1 ms earlier it fails too',
      'without the trouble it passes',
    ])
  })

  test('is told of a clock that is wrong from the start', async () => {
    const given = smallCase([look()])
    const wrong: Case = { ...given, clock: { ...given.clock, skewMs: -5000 } }
    expect(await neededParts(wrong, async ({ clock }) => clock.skewMs < 0)).toEqual([
      'with its clock set right it passes',
    ])
    expect(await neededParts(wrong, async () => true)).toEqual([])
  })

  test('is told of trouble that was there from the start', async () => {
    const given = smallCase([look()])
    const disturbances = [{ id: 'd1', effect: { kind: 'silence' }, on: {}, skip: 0 }] as const
    const troubled: Case = { ...given, world: { ...given.world, disturbances } }
    expect(await neededParts(troubled, async ({ world }) => world.disturbances.length > 0)).toEqual([
      'without the disturbance d1 it passes',
    ])
  })
})
