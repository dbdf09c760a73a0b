import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { DisturbanceSchema } from '../../../mocks/world/disturbance.ts'
import { matches, strikes, strikingAmong, type Target } from '../../../mocks/world/striking.ts'
import { unused } from '../../../mocks/world/usage.ts'

const trouble = (fields: object = {}) =>
  v.parse(DisturbanceSchema, { id: 'd1', effect: { kind: 'silence' }, ...fields })

const target: Target = { role: 'api', vendor: 'osvi', operation: 'getCallRecording', call: 'c1' }

describe('a disturbance is meant for a request', () => {
  test.each([
    ['of any kind where it names none', {}, 0, true],
    ['of its role', { on: { role: 'api' } }, 0, true],
    ['but not of the other role', { on: { role: 'storage' } }, 0, false],
    ['to its vendor', { on: { vendor: 'osvi' } }, 0, true],
    ['but not to another vendor', { on: { vendor: 'quo' } }, 0, false],
    ['for its call', { on: { call: 'c1' } }, 0, true],
    ['but not for another call', { on: { call: 'c2' } }, 0, false],
    ['to its operation', { on: { operation: 'getCallRecording' } }, 0, true],
    ['but not for another operation', { on: { operation: 'listReplies' } }, 0, false],
    ['only where all that it names fits', { on: { vendor: 'osvi', call: 'c2' } }, 0, false],
    ['from its beginning', { from: 10 }, 10, true],
    ['but not before', { from: 10 }, 9, false],
    ['until just before its end', { until: 20 }, 19, true],
    ['but not at its end', { until: 20 }, 20, false],
  ])('%s', (_, fields, now, wanted) => {
    expect(matches(trouble(fields), target, now)).toBe(wanted)
  })

  test('for no call where the request is for none', () => {
    expect(matches(trouble({ on: { call: 'c1' } }), { ...target, call: undefined }, 0)).toBe(false)
    expect(matches(trouble(), { ...target, call: undefined }, 0)).toBe(true)
  })
})

describe('of the requests it is meant for it strikes', () => {
  test.each([
    ['all', {}, [true, true, true, true, true]],
    ['the first two', { count: 2 }, [true, true, false, false, false]],
    ['all but the first', { skip: 1 }, [false, true, true, true, true]],
    ['the third and fourth', { skip: 2, count: 2 }, [false, false, true, true, false]],
    ['one of each two', { every: 2 }, [true, false, true, false, true]],
    ['two of each three, after one', { skip: 1, count: 2, every: 3 }, [false, true, true, false, true]],
    ['all, where a burst is as long as its round', { count: 3, every: 3 }, [true, true, true, true, true]],
  ])('%s', (_, fields, wanted) => {
    expect([0, 1, 2, 3, 4].map((before) => strikes(trouble(fields), before))).toEqual(wanted)
  })
})

test.each([
  ['another kind', { effect: { kind: 'earthquake' } }],
  ['a success as a failure', { effect: { kind: 'status', status: 200 } }],
  ['no status at all', { effect: { kind: 'status' } }],
  ['an endless wait', { effect: { kind: 'slow-headers', ms: 86_400_001 } }],
  ['nothing to strike', { count: 0 }],
  ['a round of none', { every: 0 }],
  ['half a request', { skip: 0.5 }],
  ['an id with a space', { id: 'a b' }],
  ['an id that every object has', { id: 'constructor' }],
  ['a field too many', { vendor: 'quo' }],
])('a disturbance of %s is refused', (_, fields) => {
  expect(() => trouble(fields)).toThrow(v.ValiError)
})

describe('of several disturbances', () => {
  const first = trouble({ id: 'first', count: 1 })
  const second = trouble({ id: 'second' })
  const among = (arrivals: Readonly<Record<string, number>>) =>
    strikingAmong([first, second], { ...unused, arrivals })

  test('the first one strikes that is not yet over', () => {
    expect(among({})).toBe(first)
    expect(among({ first: 1, second: 1 })).toBe(second)
  })

  test('none does, where all of them are over', () => {
    expect(strikingAmong([first], { ...unused, arrivals: { first: 1 } })).toBeUndefined()
  })
})
