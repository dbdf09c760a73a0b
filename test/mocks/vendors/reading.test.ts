import { describe, expect, test } from 'vitest'
import type { Answered } from '../../../mocks/vendors/define.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { retryAfterOf } from '../../../mocks/vendors/reading.ts'
import { toHttpDate } from '../../../mocks/world/instant.ts'
import type { OutcomeKind } from '../../../mocks/world/outcome.ts'

const now = 1_769_850_000_000
const answered = (status: number, body = '{}', headers = {}): Answered => ({ status, headers, body })

describe('every vendor’s answers are read alike where HTTP says what they mean', () => {
  test.each<[number, string, OutcomeKind]>([
    [200, '', 'unavailable'],
    [200, '<html>', 'unavailable'],
    [200, '[]', 'unavailable'],
    [200, '{"data":', 'unavailable'],
    [204, '', 'unavailable'],
    [302, '', 'unavailable'],
    [400, '{}', 'invalid-request'],
    [401, '<html>', 'unauthorized'],
    [403, '', 'forbidden'],
    [404, '<html>', 'not-found'],
    [405, '{}', 'unknown'],
    [408, '', 'unavailable'],
    [410, '', 'deleted'],
    [418, '', 'unknown'],
    [422, '', 'invalid-request'],
    [425, '', 'unavailable'],
    [429, '', 'rate-limited'],
    [500, '', 'unavailable'],
    [503, '<html>', 'unavailable'],
    [599, '', 'unavailable'],
  ])('%i with %j is %s', (status, body, wanted) => {
    for (const vendor of vendors) {
      const { outcome, fair } = vendor.decode(answered(status, body), now)
      expect(outcome.kind, vendor.id).toBe(wanted)
      expect(fair).toContain(wanted)
    }
  })
})

describe('how long to wait', () => {
  test.each<[string, object, string, number | undefined]>([
    ['is not told', {}, '{}', undefined],
    ['is told in seconds', { 'retry-after': '30' }, '', 30],
    ['is told as a date', { 'retry-after': toHttpDate(now + 30_000) }, '', 30],
    ['is over where the date is', { 'retry-after': toHttpDate(now - 30_000) }, '', 0],
    ['is told by RateLimit', { ratelimit: '"per-second"; r=0; t=7' }, '', 7],
    ['is told by its older form', { 'ratelimit-reset': '8' }, '', 8],
    ['is told in the body', {}, '{"retry_after":9}', 9],
    ['is told best by Retry-After', { 'retry-after': '30', ratelimit: 't=7' }, '{"retry_after":9}', 30],
    [
      'is not told by nonsense',
      { 'retry-after': 'soon', ratelimit: 't=x' },
      '{"retry_after":"9"}',
      undefined,
    ],
    ['is not told by a number below nought', { 'retry-after': '-5' }, '', undefined],
  ])('%s', (_, headers, body, wanted) => {
    expect(retryAfterOf(answered(429, body, headers), now)).toBe(wanted)
  })
})
