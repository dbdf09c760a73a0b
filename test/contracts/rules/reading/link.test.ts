import { expect, test } from 'vitest'
import { signedEnd } from '../../../../contracts/rules/reading/link.ts'
import { readHistory } from '../../../../contracts/rules/reading/reading.ts'
import { toHttpDate, toIso } from '../../../../mocks/world/instant.ts'
import { idAt, osviPlays, quoItem, start, urlOf } from '../a-history.ts'
import { skewed } from '../histories/clocks-and-quotas.ts'
import {
  atReplies,
  envoy,
  type Moments,
  noReplies,
  osvi,
  quo,
  quoTells,
  second,
  told,
  url,
  voqo,
} from '../histories/vocabulary.ts'
import { historyOf } from './fair-after.ts'

/** The URLs that a history tells, and when they die, counted from its start. */
const linksIn = (vendor: string, ...moments: Moments) =>
  readHistory(historyOf(vendor, ...moments)).links.map(({ url: link, dies }) =>
    dies ? [link, dies.earliest - start, dies.latest - start] : [link],
  )

const untold = { success: true, data: { call_id: idAt('osvi'), recording_url: url } }

test.each<[string, Moments, readonly unknown[]]>([
  ['an answer, with its end', [osvi.api(told)], [[url, 900_000, 900_000]]],
  ['an answer, without one', [osvi.api(untold)], [[url]]],
  [
    'an answer under way, from sending to its last byte',
    [osvi.api(told, { took: 4000 })],
    [[url, 900_000, 904_000]],
  ],
  ['an error: none', [osvi.api(told, { status: 404 })], []],
  ['an answer that was cut off: none', [osvi.api(told, { how: 'truncated' })], []],
  ['an answer that was lost: none', [osvi.api(told, { how: 'lost' })], []],
  ['an answer that is none: none', [osvi.api('<html>')], []],
  ['an answer without a recording', [osvi.api({ success: true, more: [{ at: url }] })], [[url]]],
  [
    'URLs of each scheme',
    [osvi.api(['http://a.test/1', 'https://a.test/2', '{api}/3', url])],
    [['http://a.test/1'], ['https://a.test/2'], ['{api}/3'], [url]],
  ],
  ['what only mentions a URL: none', [osvi.api({ text: `see ${url}`, other: 'ftp://a.test' })], []],
])('what is told by %s', (_, moments, links) => {
  expect(linksIn('osvi', osvi.asked('look'), ...moments)).toEqual(links)
})

test('a lifetime is counted by the client’s own clock, whatever the Date of the answer says', () => {
  const dated = { answerHeaders: { date: toHttpDate(start + 600_000) } }
  expect(linksIn('osvi', osvi.asked('look'), osvi.api(told, dated))).toEqual([[url, 900_000, 900_000]])
})

test('of several parts, each that plays has its own URL', () => {
  const answer = quoTells(
    quoItem('s1', 'completed', url),
    quoItem('s2', 'completed', second),
    quoItem('s3', 'paused', urlOf(3)),
  )
  const { links } = readHistory(historyOf('quo', quo.asked('look'), quo.api(answer)))
  expect(links.map(({ url: link, segment }) => [link, segment?.id])).toEqual([
    [url, 's1'],
    [second, 's2'],
    [urlOf(3), undefined],
  ])
})

test('replies tell no URL of a recording, whatever stands in them', () => {
  const replies = {
    ...noReplies,
    replies: [{ id: 'r1', from: '+1', body: 'https://a.test/1', receivedAt: toIso(start) }],
  }
  expect(linksIn('voqo', voqo.asked('replies'), voqo.api(replies, atReplies))).toEqual([])
})

test('an end that is told as an instant is read by each clock that may be right', () => {
  const available = { recording_status: 'AVAILABLE', url, expires_at: toIso(start + 900_000) }
  const read = (offMs: number) =>
    linksIn(
      'envoy',
      skewed(offMs),
      envoy.asked('look'),
      envoy.api(available, { answerHeaders: { date: toHttpDate(start) } }),
    )
  expect(read(0)).toEqual([[url, 900_000, 900_000]])
  expect(read(300_000)).toEqual([[url, 900_000, 1_200_000]])
  expect(read(-300_000)).toEqual([[url, 599_001, 900_000]])
})

test.each([
  [urlOf(1, 5000, 60), 65_000],
  ['{storage}/b?X-Goog-Date=20260131T090000Z&X-Goog-Expires=10', 10_000],
  ['{storage}/b?X-Amz-Expires=10', undefined],
  ['{storage}/b?X-Amz-Date=20260131T090000Z', undefined],
  ['{storage}/b?X-Amz-Date=yesterday&X-Amz-Expires=10', undefined],
  ['{storage}/b', undefined],
])('the end that %s tells of itself', (link, wanted) => {
  const end = signedEnd(link)
  expect(end === undefined ? undefined : end - start).toBe(wanted)
})

test('a URL told twice is told twice', () => {
  expect(
    linksIn('osvi', osvi.asked('look'), osvi.api(told), osvi.api(osviPlays(url, 60), { at: 1000 })),
  ).toEqual([
    [url, 900_000, 900_000],
    [url, 61_000, 61_000],
  ])
})
