import { once } from 'node:events'
import http from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Arrival, Line } from '../../../contracts/define.ts'
import { type OutsideProxy, openOutsideProxy } from '../../../contracts/drivers/outside-proxy.ts'

let proxy: OutsideProxy
let arrivals: Arrival[] = []
const takesIn = (arrival: Arrival, line: Line) => {
  arrivals.push(arrival)
  line.cut()
  return () => {}
}

beforeEach(async () => {
  arrivals = []
  proxy = await openOutsideProxy()
})
afterEach(() => proxy.close())

const asked = async (options: http.RequestOptions): Promise<string> => {
  const request = http.request(proxy.env.http_proxy ?? '', options)
  request.end()
  return Promise.race([
    once(request, 'error').then(([error]) => String(error.code)),
    ...['response', 'connect'].map((name) => once(request, name).then(() => name)),
  ])
}

describe('the proxy before all other hosts', () => {
  test('is named in every way that is looked for, and leaves this machine out', () => {
    for (const name of ['http_proxy', 'https_proxy', 'all_proxy']) {
      expect(proxy.env[name]).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      expect(proxy.env[name.toUpperCase()]).toBe(proxy.env[name])
    }
    expect(proxy.env.no_proxy?.split(',')).toContain('127.0.0.1')
  })

  test('tells what is asked in plain, without what is its own', async () => {
    proxy.tell(takesIn)
    const headers = { host: 'example.com', 'x-token': 'abc', 'proxy-connection': 'keep-alive' }
    expect(await asked({ path: 'http://example.com/a?b=1', headers, method: 'POST' })).toBe('ECONNRESET')
    expect(arrivals).toEqual([
      {
        role: 'elsewhere',
        request: {
          method: 'POST',
          path: 'http://example.com/a?b=1',
          headers: expect.objectContaining({ 'x-token': 'abc' }),
        },
      },
    ])
    expect(Object.keys(arrivals[0]?.request.headers ?? {})).not.toContain('proxy-connection')
  })

  test.each([
    ['example.com:443', 'https://example.com/'],
    ['example.com:8443', 'https://example.com:8443/'],
  ])('tells where an encrypted connection to %s was to go', async (path, url) => {
    proxy.tell(takesIn)
    expect(await asked({ path, method: 'CONNECT' })).toBe('ECONNRESET')
    expect(arrivals).toMatchObject([{ role: 'elsewhere', request: { method: 'GET', path: url } }])
  })

  test.each([
    ['GET', 'http://example.com/'],
    ['CONNECT', 'example.com:443'],
  ])('lets nothing through between cases: %s', async (method, path) => {
    proxy.tell(takesIn)
    proxy.tell(undefined)
    expect(await asked({ path, method })).toBe('ECONNRESET')
    expect(arrivals).toEqual([])
  })
})
