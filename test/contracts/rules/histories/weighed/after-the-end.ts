import { osviPlays } from '../../a-history.ts'
import { cancelled, file, type Moments, osvi, quo, refusal, second, told, url } from '../vocabulary.ts'
import type { Weighed } from './weighed.ts'

const asked = [osvi.asked('download'), osvi.api(told)]
const pastTheEnd = { status: 416, answer: '' }
const ranged = (range: string) => ({ headers: { range } })
const unavailable = osvi.answered({ kind: 'unavailable' })
const half = osvi.storage(url, { how: 'truncated' })
const nothingThere = osvi.storage(url, { ...pastTheEnd, ...ranged('bytes=5-') })

/** A request in three events: sent, its head, its end. */
const apart = (moments: ReturnType<typeof osvi.api>): Moments => moments.map((event) => [event])

/** After a body that broke off, or none, storage has nothing from where it is asked to go on. */
const stuck = (rest: Moments, before: Moments = [half], first: Moments = asked): Moments => [
  ...first,
  ...before,
  ...rest,
]

const leftAt = (request: ReturnType<typeof osvi.api>): ReturnType<typeof osvi.api> =>
  request.map((event) => (event.kind === 'sent' ? { ...event, during: [] } : event))

const left: Moments = [quo.asked('look'), [cancelled], quo.threw('This operation was aborted')]

/** What was done once there was nothing more to have, or nobody to have it. */
export const weighedAfterTheEnd: readonly Weighed[] = [
  [
    'resume-where-it-stopped',
    'osvi',
    'gave up past the end',
    stuck([nothingThere, unavailable]),
    '1; 10: it answered unavailable when storage had nothing from where it went on | the whole, asked for from its first byte on',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'threw past the end',
    stuck([nothingThere, osvi.threw('no')]),
    '1; 10: it threw TypeError: no when storage had nothing from where it went on | the whole, asked for from its first byte on',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'gave up past the end it was asked for',
    stuck([nothingThere, unavailable], [], [osvi.asked('download', { from: 5 }), osvi.api(told)]),
    '0',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'said that nothing is there from where it was asked to begin',
    stuck(
      [nothingThere, osvi.answered({ kind: 'invalid-request', details: [] })],
      [],
      [osvi.asked('download', { from: 5 }), osvi.api(told)],
    ),
    '0',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'blamed the asker for a byte of its own',
    stuck([nothingThere, osvi.answered({ kind: 'invalid-request', details: [] })]),
    '1; 10: it answered invalid-request when storage had nothing from where it went on | the whole, asked for from its first byte on',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'had all of it already',
    stuck([nothingThere, osvi.answered(file(10))]),
    '1',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'a part that broke off',
    stuck([nothingThere, unavailable], [osvi.storage(url, { status: 206, how: 'reset' })]),
    '1; 10: it answered unavailable when storage had nothing from where it went on | the whole, asked for from its first byte on',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'the whole refused with 416',
    stuck([osvi.storage(url, pastTheEnd), unavailable]),
    '0',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'its first byte refused with 416',
    stuck([osvi.storage(url, { ...pastTheEnd, ...ranged('bytes=0-0') }), unavailable]),
    '0',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'a 416 that broke off',
    stuck([osvi.storage(url, { ...pastTheEnd, ...ranged('bytes=5-'), how: 'reset' }), unavailable]),
    '0',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'another refusal before',
    stuck([nothingThere, unavailable], [osvi.storage(url, refusal)]),
    '0',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'a whole one before',
    stuck([nothingThere, unavailable], [osvi.storage(url)]),
    '0',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'nothing at all before',
    stuck([nothingThere, unavailable], [osvi.storage(url, { how: 'lost' })]),
    '0',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'two that broke off before',
    stuck([nothingThere, unavailable], [half, half]),
    '0',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'began anew',
    stuck([nothingThere, osvi.storage(url, refusal), unavailable]),
    '0',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'asked the API since',
    stuck([nothingThere, osvi.api({}, { status: 500 }), unavailable]),
    '0',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'asked the API only afterwards',
    stuck([nothingThere, unavailable, osvi.api({}, { status: 500 })]),
    '1; 10: it answered unavailable when storage had nothing from where it went on | the whole, asked for from its first byte on',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'another download at once',
    stuck([nothingThere, unavailable], [osvi.asked('download', { ask: 'a2' }), half]),
    '0',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'the URL dead by then',
    stuck([nothingThere, osvi.answered({ kind: 'unavailable' }, { at: 900_000 })]),
    '0',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'the URL about to die',
    stuck([nothingThere, osvi.answered({ kind: 'unavailable' }, { at: 899_999 })]),
    '1; 10: it answered unavailable when storage had nothing from where it went on | the whole, asked for from its first byte on',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'another URL dead by then',
    stuck(
      [nothingThere, unavailable],
      [half],
      [osvi.asked('download'), osvi.api(osviPlays(second, 0)), osvi.api(told)],
    ),
    '1; 13: it answered unavailable when storage had nothing from where it went on | the whole, asked for from its first byte on',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'the 416 came only after the answer',
    [...asked, half, ...apart(nothingThere).slice(0, 1), unavailable, ...apart(nothingThere).slice(1)],
    '0',
  ],
  [
    'stop-when-cancelled',
    'quo',
    'asked on when everybody had left',
    [...left, leftAt(quo.api({}))],
    '1; 3: it sent a request after it was cancelled | no further request',
  ],
  [
    'stop-when-cancelled',
    'quo',
    'asked for another when everybody had left',
    [...left, leftAt(quo.api({}, { id: 'AC2' }))],
    '1',
  ],
  [
    'stop-when-cancelled',
    'quo',
    'asked for another account when everybody had left',
    [...left, leftAt(quo.api({}, { account: 'foreign' }))],
    '1',
  ],
  [
    'stop-when-cancelled',
    'quo',
    'asked without a key when everybody had left',
    [...left, leftAt(quo.api({}, { headers: {} }))],
    '1; 3: it sent a request after it was cancelled | no further request',
  ],
  [
    'stop-when-cancelled',
    'quo',
    'asked on for somebody who had not left',
    [
      quo.asked('look', { ask: 'a0' }),
      quo.answered({ kind: 'absent' }, { ask: 'a0' }),
      ...left,
      leftAt(quo.api({})),
    ],
    '1',
  ],
  [
    'stop-when-cancelled',
    'quo',
    'asked on for itself, and another had asked for another',
    [
      quo.asked('look', { ask: 'a0', id: 'AC2' }),
      quo.answered({ kind: 'absent' }, { ask: 'a0', id: 'AC2' }),
      ...left,
      leftAt(quo.api({})),
    ],
    '1; 5: it sent a request after it was cancelled | no further request',
  ],
  [
    'stop-when-cancelled',
    'quo',
    'asked on, and another came later',
    [
      ...left,
      leftAt(quo.api({})),
      quo.asked('look', { ask: 'a2' }),
      quo.answered({ kind: 'absent' }, { ask: 'a2' }),
    ],
    '1; 3: it sent a request after it was cancelled | no further request',
  ],
  [
    'stop-when-cancelled',
    'quo',
    'asked on for two, of which one is left',
    [
      quo.asked('look'),
      quo.asked('look', { ask: 'a2' }),
      [cancelled],
      quo.api({}).map((event) => (event.kind === 'sent' ? { ...event, during: ['a1', 'a2'] } : event)),
    ],
    '1',
  ],
  [
    'stop-when-cancelled',
    'quo',
    'fetched on when everybody had left',
    [...left, leftAt(quo.storage(url))],
    '1',
  ],
  [
    'resume-where-it-stopped',
    'osvi',
    'the URL dead by then, and another alive',
    stuck(
      [nothingThere, osvi.answered({ kind: 'unavailable' }, { at: 900_000 })],
      [half],
      [osvi.asked('download'), osvi.api(osviPlays(second, 2000)), osvi.api(told)],
    ),
    '0',
  ],
]
