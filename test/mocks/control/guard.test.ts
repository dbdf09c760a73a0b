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
    ['', 403],
    ['evil.example', 403],
    ['localhost.evil.example', 403],
    ['127.0.0.1.evil.example:4010', 403],
    ['evil.example@127.0.0.1.nip.io', 403],
    ['10.0.0.1:4010', 403],
    ['0.0.0.0:4010', 403],
    ['a b', 403],
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
  ]
  it.each(writers)('a change sent with %j is a %i', async (headers, status) => {
    const { backend } = aBackend()
    const response = await control(backend, '/clock', { ...move, headers })
    expect(response.status).toBe(status)
    const { clock } = await backend.session().state()
    expect(clock.mode).toBe(status === 200 ? 'frozen' : 'running')
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
    expect(error).toMatchObject({ code: 'foreign-host', cure: 'Ask under 127.0.0.1, [::1] or localhost.' })
  })
})
