import { describe, expect, test } from 'vitest'
import { isPreflight, preflight, readable } from '../../../mocks/simulator/cors.ts'

const origin = 'http://app.test'
const asks = { origin, 'access-control-request-method': 'GET' }
const request = (method: string, headers: Readonly<Record<string, string>>) => ({
  method,
  path: '/',
  headers,
})

test.each([
  ['OPTIONS', asks, true],
  ['OPTIONS', { origin }, false],
  ['OPTIONS', { 'access-control-request-method': 'GET' }, false],
  ['GET', asks, false],
])('%s with %j is a preflight: %s', (method, headers, wanted) => {
  expect(isPreflight(request(method, headers))).toBe(wanted)
})

test('a preflight is granted what it asks for', () => {
  const named = 'api-token, range'
  const { status, headers, body } = preflight(
    request('OPTIONS', { ...asks, 'access-control-request-headers': named }),
  )
  expect(status).toBe(204)
  expect(body).toBeUndefined()
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': expect.stringContaining('GET'),
    'access-control-allow-headers': named,
  })
})

describe('a response', () => {
  const response = { status: 206, headers: { 'content-range': 'bytes 0-1/9' }, body: 'x' }

  test('can be read by a page on another origin, ranges and all', () => {
    const { headers, ...rest } = readable(response, request('GET', { origin }))
    expect(rest).toEqual({ status: 206, body: 'x' })
    expect(headers).toMatchObject({ ...response.headers, 'access-control-allow-origin': '*' })
    for (const name of ['content-range', 'accept-ranges', 'date', 'retry-after', 'ratelimit'])
      expect(headers['access-control-expose-headers']).toContain(name)
  })

  test('is left as it is where no page asks', () => {
    expect(readable(response, request('GET', {}))).toBe(response)
  })
})
