import { describe, expect, test } from 'vitest'
import { disturbanceWords } from '../../../contracts/run/disturbance-words.ts'
import { changesBetween, statesIn } from '../../../contracts/run/world-changes.ts'
import { changesIn } from '../../../mocks/world/changes.ts'
import type { Disturbance } from '../../../mocks/world/disturbance.ts'
import { smallCase, start } from '../support/small-case.ts'

const disturbances: readonly (readonly [Omit<Disturbance, 'id'>, string])[] = [
  [
    { effect: { kind: 'status', status: 503, told: 'untold' }, on: { role: 'api' }, skip: 0, count: 2 },
    'status 503 for the next 2 api requests',
  ],
  [
    {
      effect: { kind: 'status', status: 429, retryAfterSeconds: 30, told: 'date' },
      on: {},
      skip: 1,
      count: 1,
    },
    'status 429, wait 30 s (date) for the next request after 1 undisturbed',
  ],
  [
    { effect: { kind: 'silence' }, on: { role: 'storage', call: 'c1' }, skip: 0 },
    'no answer at all for all storage requests for c1',
  ],
  [
    { effect: { kind: 'body', as: 'html', status: 200 }, on: { vendor: 'quo' }, skip: 0 },
    'an HTML page with status 200 for all quo requests',
  ],
]

describe('words', () => {
  test.each(disturbances)('for the trouble %j', (given, wanted) => {
    expect(disturbanceWords({ id: 't', ...given })).toBe(wanted)
  })

  const { world } = smallCase([], {
    calls: {
      c1: {
        known: { initially: true, changes: [{ at: start + 5, to: false }] },
        replies: [{ id: 'r1', from: '+1', body: 'Yes', at: start + 2 }],
        segments: [
          {
            id: 's1',
            status: 'completed',
            source: { initially: 'kept', changes: [{ at: start + 3, to: 'gone' }] },
          },
          {
            id: 's2',
            status: { initially: 'processing', changes: [{ at: start + 1, to: null }] },
            link: { initially: 'live', changes: [{ at: start + 4, to: 'none' }] },
          },
        ],
      },
      c2: {},
    },
  })

  test('for everything that changes in a world, in order', () => {
    expect(changesIn(world).map(({ at, what }) => [at - start, what])).toEqual([
      [1, 'c1/s2 becomes of unknown status'],
      [2, 'reply r1 to c1 arrives'],
      [3, 'the source of c1/s1 is gone'],
      [4, 'new links of c1/s2 are no longer given'],
      [5, 'c1 becomes unknown'],
    ])
  })

  test('for what changes in a stretch of time, ends of links included', () => {
    const grant = {
      url: '',
      vendor: 'osvi',
      call: 'c1',
      segment: 's1',
      from: start,
      until: start + 3,
      secondsLeft: 0,
    }
    const told = changesBetween(changesIn(world), [grant, grant], start + 2, start + 3)
    expect(told.map(({ what }) => what)).toEqual(['the source of c1/s1 is gone', 'the link of c1 ends'])
  })

  test('for what calls are', () => {
    expect(statesIn(world, ['c1', 'c2'], start)).toEqual([
      'c1/s1 is completed',
      'c1/s2 is processing',
      'c2 has no recording',
    ])
    expect(statesIn(world, ['c1'], start + 5)).toEqual(['c1 is unknown'])
  })
})
