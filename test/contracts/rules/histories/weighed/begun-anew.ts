import { file, osvi, refusal, told, url } from '../vocabulary.ts'
import type { Weighed } from './weighed.ts'

const asked = [osvi.asked('download'), osvi.api(told)]
const fromFive = { headers: { range: 'bytes=5-' } }
const half = osvi.storage(url, { how: 'truncated' })
const nothingThere = osvi.storage(url, { status: 416, answer: '', ...fromFive })
const goneOn = osvi.storage(url, { status: 206, at: 9000, ...fromFive })

/** What a request said to repeat one that was refused is blamed for. */
const again = 'it asked again after 416 | no retry: the same question gets the same answer'

/** Storage had nothing from some byte on, and is asked for just that once more: by what was sent in between. */
export const weighedBegunAnew: readonly Weighed[] = (
  [
    ['all of it, which broke off there too', [osvi.storage(url, { at: 4000, how: 'truncated' })], '2'],
    [
      'a part of it from elsewhere',
      [osvi.storage(url, { at: 4000, status: 206, how: 'reset', headers: { range: 'bytes=3-' } })],
      '2',
    ],
    ['a refusal of the whole', [osvi.storage(url, { at: 4000, ...refusal })], `3; 13: ${again}`],
    ['a question, whatever came of it', [osvi.api('', { at: 4000, status: 503 })], '2'],
    ['nothing', [], `2; 10: ${again}`],
  ] as const
).map(([sent, between, says]) => [
  'retry-only-what-may-pass',
  'osvi',
  `went on from the same byte again, after ${sent}`,
  [...asked, half, nothingThere, ...between, goneOn, osvi.answered(file(10))],
  says,
])
