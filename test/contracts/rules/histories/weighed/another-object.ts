import { osvi, tagged, told, url } from '../vocabulary.ts'
import type { Weighed } from './weighed.ts'

const fromFive = { headers: { range: 'bytes=5-' } }
const halfOf = (tag: string) => osvi.storage(url, { how: 'truncated', ...tagged(tag) })
const partOf = (tag: string) => osvi.storage(url, { status: 206, ...fromFive, ...tagged(tag) })
const another = partOf('b')
const asked = [osvi.asked('download'), osvi.api(told)]
const unavailable = osvi.answered({ kind: 'unavailable' })

/** What giving up is blamed for, at an event. */
const gaveUp = (event: number): string =>
  `1; ${event}: it answered unavailable when storage went on with another object | the whole, asked for from its first byte on`

/** A recording of one object broke off, and what came next may be of another; then it was given up. */
export const weighedAnotherObject: readonly Weighed[] = (
  [
    ['a part of another object', [halfOf('a'), another, unavailable], gaveUp(10)],
    [
      'a part of another object, of which it wanted no more than the head',
      [
        halfOf('a'),
        osvi.storage(url, { status: 206, how: 'aborted', ...fromFive, ...tagged('b') }),
        unavailable,
      ],
      gaveUp(10),
    ],
    ['more of another object', [halfOf('a'), another, another, unavailable], gaveUp(13)],
    ['the same object, after another', [halfOf('a'), another, partOf('a'), unavailable], '0'],
    [
      'a part of another object, when more of the same had broken off',
      [halfOf('a'), halfOf('a'), another, unavailable],
      '0',
    ],
    ['no answer at all', [halfOf('a'), osvi.storage(url, { how: 'lost', ...fromFive }), unavailable], '0'],
    ['a part of the same object', [halfOf('a'), partOf('a'), unavailable], '0'],
    [
      'the whole of another object',
      [halfOf('a'), osvi.storage(url, { ...fromFive, ...tagged('b') }), unavailable],
      '0',
    ],
    [
      'a part, after a body without a tag',
      [osvi.storage(url, { how: 'truncated' }), another, unavailable],
      '0',
    ],
    [
      'a part without a tag',
      [halfOf('a'), osvi.storage(url, { status: 206, ...fromFive }), unavailable],
      '0',
    ],
    [
      'another object, asked for from its first byte',
      [
        halfOf('a'),
        osvi.storage(url, { status: 206, headers: { range: 'bytes=0-' }, ...tagged('b') }),
        unavailable,
      ],
      '0',
    ],
    [
      'a request of which the other object came only afterwards',
      [halfOf('a'), another.slice(0, 1), unavailable, another.slice(1)],
      '0',
    ],
  ] as const
).map(([last, came, says]) => [
  'resume-where-it-stopped',
  'osvi',
  `gave up on ${last}`,
  [...asked, ...came],
  says,
])
