import { describe, expect, test } from 'vitest'
import type { WireResponse } from '../../mocks/world/exchange.ts'
import { eachVendor } from '../support/asking.ts'
import { referee } from './prism.ts'

const json = (status: number, body: unknown, type = 'application/json'): WireResponse => ({
  status,
  headers: { 'content-type': type },
  body: JSON.stringify(body),
})

/** A body that every schema of ours can do without being fooled: no operation answers with it. */
const nobodysBody = { playhead: 'nobody answers so' }

const strict = await referee('osvi')
const osvi = 'getCallRecording'
const good = {
  success: true,
  data: {
    call_id: '00000000-0000-4000-8000-000000000001',
    recording_url: 'https://storage.test/recording.mp4',
    expires_in_seconds: 900,
  },
}

describe('the referee', () => {
  test.each(eachVendor)('refuses nonsense under every documented status of %s', async (id, vendor) => {
    const { judgeResponse } = await referee(id)
    for (const { id: operation } of vendor.operations) {
      const statuses = Object.keys(vendor.responses[operation] ?? {})
      expect(statuses).toContain('200')
      for (const status of statuses) {
        // Prism skips a schema that it cannot compile; refusing nonsense shows that it did compile each.
        expect(
          judgeResponse(operation, json(Number(status), nobodysBody)),
          `${operation} ${status}`,
        ).not.toEqual([])
        expect(judgeResponse(operation, json(Number(status), 42)), `${operation} ${status}`).not.toEqual([])
      }
    }
  })

  test.each(eachVendor)('refuses statuses that the document of %s does not list', async (id, vendor) => {
    const { judgeResponse } = await referee(id)
    for (const { id: operation } of vendor.operations)
      for (const status of [201, 204, 302, 410, 418, 501])
        expect(judgeResponse(operation, json(status, {})).join()).toContain('status code')
  })

  test('accepts a good answer', () => {
    expect(strict.judgeResponse(osvi, json(200, good))).toEqual([])
  })

  test.each<[string, WireResponse]>([
    ['a missing field', json(200, { success: true })],
    ['a missing inner field', json(200, { ...good, data: { ...good.data, recording_url: undefined } })],
    ['a wrong type', json(200, { ...good, data: { ...good.data, expires_in_seconds: '900' } })],
    [
      'a fraction for a whole number',
      json(200, { ...good, data: { ...good.data, expires_in_seconds: 0.5 } }),
    ],
    ['a URL that is none', json(200, { ...good, data: { ...good.data, recording_url: 'no url' } })],
    ['an id that is none', json(200, { ...good, data: { ...good.data, call_id: 'c1' } })],
    ['another constant', json(200, { ...good, success: false })],
    ['another content type', json(200, good, 'text/html')],
    ['a content type that is none', json(200, good, 'json')],
    ['no body', { status: 200, headers: { 'content-type': 'application/json' } }],
    ['half a body', { status: 200, headers: { 'content-type': 'application/json' }, body: '{"success":tr' }],
  ])('refuses %s', (_, response) => {
    expect(strict.judgeResponse(osvi, response)).not.toEqual([])
  })
})
