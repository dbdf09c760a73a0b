import { describe, expect, test } from 'vitest'
import { openKnownRequests } from '../../../mocks/hosts/known-requests.ts'

/** A request as node hands it over: each one anew. */
const raw = (url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') => ({
  method,
  url,
  headers: { ...headers },
  rawHeaders: Object.entries(headers).flat(),
})

describe('a server knows a request again', () => {
  test('that has the same bytes', () => {
    const known = openKnownRequests()
    const first = known(raw('/a', { host: 'x', 'api-token': 'k' }))
    expect(first).toEqual({ method: 'GET', path: '/a', headers: { host: 'x', 'api-token': 'k' } })
    expect(known(raw('/a', { host: 'x', 'api-token': 'k' }))).toBe(first)
  })

  test.for<[string, ReturnType<typeof raw>]>([
    ['another target', raw('/b', { host: 'x' })],
    ['another method', raw('/a', { host: 'x' }, 'HEAD')],
    ['another value', raw('/a', { host: 'y' })],
    ['one header more', raw('/a', { host: 'x', range: 'bytes=0-1' })],
    ['one header less', raw('/a')],
  ])('and not one that has %s', ([, other]) => {
    const known = openKnownRequests()
    known(raw('/a', { host: 'x' }))
    const { method, url, headers } = other
    expect(known(other)).toEqual({ method, path: url, headers })
  })

  test('as long as it comes again while thousands of others do, and no longer', () => {
    const known = openKnownRequests()
    const kept = known(raw('/kept'))
    const left = known(raw('/left'))
    for (let i = 0; i < 9000; i++) {
      known(raw(`/other/${i}`))
      if (i % 100 === 0) expect(known(raw('/kept'))).toBe(kept)
    }
    expect(known(raw('/left'))).not.toBe(left)
  })

  test('but for one too long to be kept', () => {
    const known = openKnownRequests()
    const long = { cookie: 'x'.repeat(3000) }
    expect(known(raw('/a', long))).not.toBe(known(raw('/a', long)))
  })
})
