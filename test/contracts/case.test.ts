import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../../contracts/arbitraries/cases.ts'
import { parseCase } from '../../contracts/case.ts'
import { look, smallCase } from './support/small-case.ts'

describe('a case file', () => {
  test('survives JSON unchanged', () => {
    fc.assert(
      fc.property(cases('quo'), (given) => {
        expect(parseCase(JSON.parse(JSON.stringify(given)))).toEqual(given)
      }),
      { numRuns: 150 },
    )
  })

  const good = JSON.parse(JSON.stringify(smallCase([look()])))

  test.each([
    ['of another version', { ...good, playhead: 2 }, 'case-version', /version 2/],
    ['without steps', { ...good, steps: undefined }, 'bad-case', /steps/],
    ['with a step nobody knows', { ...good, steps: [{ do: 'dance' }] }, 'bad-case', /steps\.0\.do/],
    ['with a field nobody knows', { ...good, colour: 'red' }, 'bad-case', /colour/],
    ['without a vendor', { ...good, vendors: [] }, 'bad-case', /vendors/],
    ['at an impossible instant', { ...good, clock: { at: -1 } }, 'bad-case', /clock\.at/],
    [
      'with too many steps',
      { ...good, steps: Array.from({ length: 1001 }, () => look()) },
      'bad-case',
      /steps/,
    ],
    ['that is no object', null, 'bad-case', /the whole of it/],
    ['that is a text', 'case', 'bad-case', /the whole of it/],
  ])('%s is refused with its cure', (_what, json, code, message) => {
    const read = () => parseCase(json)
    expect(read).toThrow(message)
    expect(read).toThrow(expect.objectContaining({ code, cure: expect.stringMatching(/\w/) }))
  })

  test('may leave out what has a default', () => {
    const { skewMs: _skewMs, ...clock } = good.clock
    expect(parseCase({ ...good, clock }).clock.skewMs).toBe(0)
  })
})
