import { idAt, osviPlays, start, urlOf } from '../../a-history.ts'
import { skewed } from '../clocks-and-quotas.ts'
import { cancelled, type Moments, osvi } from '../vocabulary.ts'
import type { Weighed } from './weighed.ts'

const short = urlOf(1, 0, 77)
const untold = { success: true, data: { call_id: idAt('osvi'), recording_url: short } }

/** A transfer of a URL that lives 77 seconds, and how and when it came to its end. */
const streamed = (
  endedAt: number,
  how: 'aborted' | 'complete' | 'reset',
  given: Parameters<typeof osvi.storage>[1] = {},
): Moments => {
  const transfer = osvi.storage(short, { object: true, ...given })
  const request = transfer.flatMap((event) => (event.kind === 'sent' ? event.request : []))[0] ?? ''
  return [
    osvi.asked('download'),
    osvi.api(osviPlays(short, 77)),
    transfer.filter(({ kind }) => kind !== 'settled'),
    [{ kind: 'settled', at: start + endedAt, request, how }],
  ]
}

const wrong = 300_000

/** When a transfer came to its end, and whose doing that was. */
export const weighedStreams: readonly Weighed[] = [
  [
    'let-an-open-stream-finish',
    'osvi',
    'cut at the end',
    streamed(77_000, 'aborted'),
    '1; 6: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
  [
    'let-an-open-stream-finish',
    'osvi',
    'cut a second before the end',
    streamed(76_000, 'aborted'),
    '1; 6: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
  ['let-an-open-stream-finish', 'osvi', 'cut earlier', streamed(75_999, 'aborted'), '0'],
  [
    'let-an-open-stream-finish',
    'osvi',
    'cut a second after the end',
    streamed(78_000, 'aborted'),
    '1; 6: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
  ['let-an-open-stream-finish', 'osvi', 'cut later', streamed(78_001, 'aborted'), '1'],
  ['let-an-open-stream-finish', 'osvi', 'broken at the end', streamed(77_000, 'reset'), '1'],
  [
    'let-an-open-stream-finish',
    'osvi',
    'cut by a time limit',
    streamed(77_000, 'aborted', { at: 2000 }),
    '1',
  ],
  [
    'let-an-open-stream-finish',
    'osvi',
    'cut by a time limit for its body',
    streamed(77_000, 'aborted', { took: 2000 }),
    '1',
  ],
  ['let-an-open-stream-finish', 'osvi', 'begun at the end', streamed(77_000, 'aborted', { at: 77_000 }), '0'],
  [
    'let-an-open-stream-finish',
    'osvi',
    'refused',
    streamed(77_000, 'aborted', { status: 403, object: false, answer: '' }),
    '0',
  ],
  [
    'let-an-open-stream-finish',
    'osvi',
    'of a part',
    streamed(77_000, 'aborted', { status: 206 }),
    '1; 6: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
  [
    'let-an-open-stream-finish',
    'osvi',
    'of the last good status',
    streamed(77_000, 'aborted', { status: 299 }),
    '1; 6: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
  ['let-an-open-stream-finish', 'osvi', 'cancelled', [...streamed(77_000, 'aborted'), [cancelled]], '0'],
  [
    'let-an-open-stream-finish',
    'osvi',
    'beside an ask that was cancelled',
    [
      osvi.asked('look', { ask: 'a2' }),
      [{ kind: 'cancelled', at: start, ask: 'a2' }],
      ...streamed(77_000, 'aborted'),
    ],
    '1; 8: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
  [
    'let-an-open-stream-finish',
    'osvi',
    'beside an ask that was not',
    [osvi.asked('look', { ask: 'a2' }), ...streamed(77_000, 'aborted'), [cancelled]],
    '0',
  ],
  [
    'let-an-open-stream-finish',
    'osvi',
    'an answer of the API',
    [osvi.asked('look'), osvi.api(osviPlays(short, 77), { took: 77_000, how: 'aborted' })],
    '0',
  ],
  [
    'let-an-open-stream-finish',
    'osvi',
    'by a URL that tells its end alone',
    [osvi.asked('download'), osvi.api(untold), ...streamed(77_000, 'aborted').slice(2)],
    '1; 6: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
  [
    'let-an-open-stream-finish',
    'osvi',
    'by a clock that is off',
    [skewed(wrong), ...streamed(77_000, 'aborted')],
    '1; 7: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
  [
    'let-an-open-stream-finish',
    'osvi',
    'by what was told alone',
    [
      osvi.asked('download'),
      osvi.api(osviPlays(urlOf(1, 0, 900), 77)),
      osvi
        .storage(urlOf(1, 0, 900), { object: true, how: 'aborted' })
        .map((event) => (event.kind === 'settled' ? { ...event, at: start + 77_000 } : event)),
    ],
    '1; 6: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
  [
    'let-an-open-stream-finish',
    'osvi',
    'by what was told alone, by a clock that is off',
    [
      skewed(wrong),
      osvi.asked('download'),
      osvi.api(osviPlays(urlOf(1, 0, 900), 77)),
      osvi
        .storage(urlOf(1, 0, 900), { object: true, how: 'aborted' })
        .map((event) => (event.kind === 'settled' ? { ...event, at: start + 77_000 } : event)),
    ],
    '1; 7: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
]
