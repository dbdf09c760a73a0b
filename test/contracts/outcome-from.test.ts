import { expect, test } from 'vitest'
import { outcomeFrom } from '../../contracts/outcome-from.ts'

const now = 1_769_850_000_000
const missing = { success: false, error: 'recording_not_available', details: null }

test.each([
  ['osvi', { status: 404, body: missing }, { kind: 'absent' }],
  ['osvi', { status: 404, body: JSON.stringify(missing) }, { kind: 'absent' }],
  ['quo', { status: 200, body: { data: [] } }, { kind: 'absent' }],
  ['feather', { status: 503, body: undefined }, { kind: 'unavailable' }],
  [
    'envoy',
    { status: 429, headers: { 'Retry-After': '7' }, body: '' },
    { kind: 'rate-limited', retryAfterSeconds: 7 },
  ],
  [
    'envoy',
    { status: 429, headers: new Headers({ 'Retry-After': '7' }), body: '' },
    { kind: 'rate-limited', retryAfterSeconds: 7 },
  ],
])('reads what %s answered: %j', (vendor, raw, outcome) => {
  expect(outcomeFrom(vendor, raw, now)).toEqual(outcome)
})

test('counts a lifetime told in seconds from the clock it is given', () => {
  const body = {
    success: true,
    data: { call_id: 'x', recording_url: 'https://s.example/a', expires_in_seconds: 900 },
  }
  expect(outcomeFrom('osvi', { status: 200, body }, now)).toMatchObject({
    segments: [{ expiresAt: now + 900_000 }],
  })
})

test('names the vendor it does not know, and the nearest it does', () => {
  expect(() => outcomeFrom('osvy', { status: 200, body: {} }, now)).toThrow(/"osvy".*Did you mean osvi\?/)
})
