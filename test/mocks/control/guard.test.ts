import { describe, expect, it } from 'vitest'
import { aBackend } from '../a-backend.ts'
import { type Control, control, jsonOf } from './asking-control.ts'

const move: Control = { json: { verb: 'freeze' } }

describe("the control API is this machine's alone", () => {
  const hosts: readonly (readonly [host: string, status: number])[] = [
    ['127.0.0.1:4010', 200],
    ['127.9.9.9', 200],
    ['localhost:5173', 200],
    ['LOCALHOST', 200],
    ['app.localhost:80', 200],
    ['[::1]:4010', 200],
    ['', 421],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example:4010', 421],
    ['evil.example@127.0.0.1.nip.io', 421],
    ['evil.example@127.0.0.1', 421],
    ['127.0.0.1/evil.example', 421],
    ['127.0.0.1, evil.example', 421],
    ['10.0.0.1:4010', 421],
    ['0.0.0.0:4010', 421],
    ['mock.internal', 421],
    ['a b', 421],
  ]
  it.each(hosts)('asked under the name %j it says %i', async (host, status) => {
    expect((await control(aBackend().backend, '/clock', { headers: { host } })).status).toBe(status)
  })

  const writers: readonly (readonly [headers: Record<string, string>, status: number])[] = [
    [{}, 200],
    [{ origin: 'http://localhost:5173' }, 200],
    [{ origin: 'http://127.0.0.1:4010', 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost.evil.example' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 403],
  ]
  it.each(writers)('a change sent with %j is a %i', async (headers, status) => {
    const { backend } = aBackend()
    const response = await control(backend, '/clock', { ...move, headers })
    expect(response.status).toBe(status)
    const { clock } = await backend.session().state()
    expect(clock.mode).toBe(status === 200 ? 'frozen' : 'running')
  })

  const readers: readonly (readonly [headers: Record<string, string>, status: number])[] = [
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
    [{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }, 200],
    // Somebody follows a link.
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 200],
  ]
  it.each(readers)('a question sent with %j is a %i', async (headers, status) => {
    expect((await control(aBackend().backend, '/world', { headers })).status).toBe(status)
  })

  it('lets no page of another origin read an answer, nor ask whether it may', async () => {
    const { backend } = aBackend()
    const headers = { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' }
    for (const response of [
      await control(backend, '/clock', { headers }),
      await control(backend, '/clock', { method: 'OPTIONS', headers }),
    ])
      expect(Object.keys(response.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('says why, and what to do', async () => {
    const { error } = jsonOf(
      await control(aBackend().backend, '/clock', { headers: { host: 'evil.example' } }),
    )
    expect(error).toMatchObject({
      code: 'foreign-host',
      cure: 'Ask under 127.0.0.1, [::1], localhost, or start the server with --allow-host.',
    })
  })
})

describe('the control API of a server that others reach', () => {
  const admission = { names: ['mock.internal'], anyAddress: true }
  const asked = (headers: Record<string, string>, method = 'GET') =>
    control(aBackend().backend, '/world', { method, headers, admission })

  it.each([
    ['mock.internal:4010', 200],
    ['192.168.1.20:4010', 200],
    ['[fe80::1]:4010', 200],
    ['localhost', 200],
    ['other.internal', 421],
    ['192.168.1.20.nip.io', 421],
  ])('asked under the name %j it says %i', async (host, status) => {
    expect((await asked({ host })).status).toBe(status)
  })

  it.each([
    ['192.168.1.20:4010', 'http://192.168.1.20:4010', 200],
    ['mock.internal:4010', 'http://mock.internal', 200],
    // A page may be served from any address: only the one that is asked is known to be ours.
    ['192.168.1.20:4010', 'http://192.168.1.66', 403],
    ['192.168.1.20:4010', 'http://192.168.1.20:8080', 403],
  ])('asked as %s by a page of %s it says %i', async (host, origin, status) => {
    expect((await asked({ host, origin })).status).toBe(status)
  })
})
