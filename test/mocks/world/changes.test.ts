import { expect, test } from 'vitest'
import { changesIn } from '../../../mocks/world/changes.ts'
import { parseWorld } from '../../../mocks/world/world.ts'

const steps = <T>(initially: T, ...changes: readonly (readonly [at: number, to: T])[]) => ({
  initially,
  changes: changes.map(([at, to]) => ({ at, to })),
})

type Given = Partial<Record<'accounts' | 'calls' | 'disturbances', unknown>>

const told = (json: Given): readonly string[] =>
  changesIn(parseWorld({ accounts: [], calls: [], ...json })).map(({ at, what }) => `${at} ${what}`)

const one = (segment: Readonly<Record<string, unknown>>): Given => ({
  calls: [{ ref: 'c1', segments: [{ id: 's1', status: 'completed', ...segment }] }],
})

test('nothing is told of a world in which nothing changes', () => {
  expect(told(one({}))).toEqual([])
  expect(told({ disturbances: [{ id: 'd', effect: { kind: 'silence' } }] })).toEqual([])
})

test.each<[string, Given, readonly string[]]>([
  [
    'a status, and one that is not known',
    one({ status: steps('processing', [5, 'completed'], [9, null]) }),
    ['5 c1 becomes completed', '9 c1 becomes of unknown status'],
  ],
  [
    'a source that goes and comes back',
    one({ source: steps('kept', [5, 'gone'], [9, 'kept']) }),
    ['5 the source of c1 is gone', '9 the source of c1 is back'],
  ],
  [
    'links of each kind',
    one({ link: steps('none', [1, 'live'], [2, 'arrives-dead'], [3, 'dies-early'], [4, 'none']) }),
    [
      '1 new links of c1 are live again',
      '2 new links of c1 arrive dead',
      '3 new links of c1 die early',
      '4 new links of c1 are no longer given',
    ],
  ],
  [
    'a call that is known, and no longer',
    { calls: [{ ref: 'c1', known: steps(false, [5, true], [9, false]) }] },
    ['5 c1 becomes known', '9 c1 becomes unknown'],
  ],
  [
    'replies as they arrive',
    { calls: [{ ref: 'c1', replies: [{ id: 'r1', from: '+1', body: '', at: 5 }] }] },
    ['5 reply r1 to c1 arrives'],
  ],
  [
    'trouble as it begins and ends, as far as it does',
    {
      disturbances: [
        { id: 'd1', effect: { kind: 'silence' }, from: 5, until: 9 },
        { id: 'd2', effect: { kind: 'silence' }, from: 6 },
        { id: 'd3', effect: { kind: 'silence' }, until: 7 },
      ],
    },
    ['5 disturbance d1 begins', '6 disturbance d2 begins', '7 disturbance d3 ends', '9 disturbance d1 ends'],
  ],
])('%s', (_, given, wanted) => {
  expect(told(given)).toEqual(wanted)
})

test('a segment is named where its call has several', () => {
  const segment = (id: string, at: number) => ({ id, status: steps('processing', [at, 'failed']) })
  expect(told({ calls: [{ ref: 'c1', segments: [segment('s1', 2), segment('s2', 1)] }] })).toEqual([
    '1 c1/s2 becomes failed',
    '2 c1/s1 becomes failed',
  ])
})

test('keys of one account that lapse together are told once, and all others each', () => {
  const key = (vendor: string, ...changes: Parameters<typeof steps<string>>[1][]) => ({
    vendor,
    value: `key-of-${vendor}`,
    state: steps('valid', ...changes),
  })
  expect(
    told({
      accounts: [
        { id: 'a', keys: [key('quo', [5, 'revoked'], [9, 'valid']), key('osvi', [5, 'revoked'])] },
        { id: 'b', keys: [key('envoy', [5, 'revoked']), key('feather', [7, 'revoked'])] },
        { id: 'c', keys: [key('acme', [9, 'revoked']), key('other', [9, 'forbidden'])] },
      ],
    }),
  ).toEqual([
    '5 the key of a becomes revoked',
    '5 the key of b becomes revoked',
    '7 the key of b becomes revoked',
    '9 the key of a becomes valid',
    '9 the key of c becomes revoked',
    '9 the key of c becomes forbidden',
  ])
})
