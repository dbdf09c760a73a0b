import { describe, expect, it } from 'vitest'
import { thisMachine } from '../../../mocks/control/admission.ts'
import { answerControl } from '../../../mocks/control/answer.ts'
import { tokenOf } from '../../../mocks/control/token.ts'
import { aBackend } from '../a-backend.ts'
import { control, jsonOf } from './asking-control.ts'

const secret = 'an-open-secret-of-tests'
const token = tokenOf(secret)
const admission = { ...thisMachine, token }
const { name, value } = token.cookie
const cookie = `${name}=${value}`

const asked = (headers: Record<string, string>, path = '/clock') =>
  control(aBackend().backend, path, { headers, admission })

describe('a server with a token', () => {
  const given: readonly [headers: Record<string, string>, status: number, code?: string][] = [
    [{}, 401, 'token-missing'],
    [{ authorization: `Bearer ${secret}` }, 200],
    [{ authorization: `bearer  ${secret} ` }, 200],
    [{ authorization: `Bearer ${secret}x` }, 401, 'wrong-token'],
    [{ authorization: `Bearer ${secret.slice(0, -1)}` }, 401, 'wrong-token'],
    [{ authorization: `Bearer ${secret.toUpperCase()}` }, 401, 'wrong-token'],
    [{ authorization: 'Bearer ' }, 401, 'token-missing'],
    [{ authorization: `Basic ${secret}` }, 401, 'token-missing'],
    [{ authorization: secret }, 401, 'token-missing'],
    [{ authorization: `Bearer ${value}` }, 401, 'wrong-token'],
    [{ cookie }, 200],
    [{ cookie: `a=1; ${cookie}; b=2` }, 200],
    [{ cookie: `${name}=${secret}` }, 401, 'token-missing'],
    [{ cookie: `${name}=` }, 401, 'token-missing'],
    [{ cookie: `x${cookie}` }, 401, 'token-missing'],
    // A wrong token is not mended by a cookie.
    [{ cookie, authorization: 'Bearer wrong' }, 401, 'wrong-token'],
    // Cookies go to every port of a host, whoever has a browser send them.
    [{ cookie, origin: 'http://127.0.0.1:4010' }, 200],
    [{ cookie, origin: 'http://127.0.0.1:5173' }, 401, 'token-missing'],
    [{ cookie, origin: 'https://evil.example' }, 403, 'foreign-origin'],
    [{ authorization: `Bearer ${secret}`, host: 'evil.example' }, 421, 'foreign-host'],
  ]
  it.each(given)('answers a request with %j by %i', async (headers, status, code) => {
    const response = await asked(headers)
    expect(response.status).toBe(status)
    if (code !== undefined) expect(jsonOf(response)).toMatchObject({ error: { code } })
    if (status === 401) expect(response.headers['www-authenticate']).toContain('Bearer')
    expect(response.body).not.toContain(secret)
  })

  it.each(['', '/', '/deck.js', '/health', '/world', '/nowhere'])('guards %j', async (path) => {
    expect((await asked({}, path)).status).toBe(401)
    expect((await asked({}, `/~ann/__playhead${path}`)).status).toBe(401)
  })

  it('reads no body of whom it does not let in', async () => {
    let read = 0
    const post = (authorization: string) =>
      answerControl(
        aBackend().backend,
        {
          method: 'POST',
          path: '/__playhead/clock',
          headers: { host: 'localhost', 'content-type': 'application/json', authorization },
        },
        {
          admission,
          read: async () => {
            read++
            return '{"verb":"freeze"}'
          },
        },
      )
    expect([(await post('')).status, read]).toEqual([401, 0])
    expect([(await post(`Bearer ${secret}`)).status, read]).toEqual([200, 1])
  })
})

describe("the deck's address with a token", () => {
  it.each([
    ['', '__playhead/', '/__playhead'],
    ['/', './', '/__playhead'],
    ['/~ann/__playhead/', './', '/~ann/__playhead'],
    ['/~ann/__playhead', '__playhead/', '/~ann/__playhead'],
  ])('%j gives the browser a cookie, and leads to %s', async (path, location, within) => {
    const response = await asked({}, `${path}?token=${secret}`)
    expect([response.status, response.headers.location]).toEqual([303, location])
    const set = response.headers['set-cookie']
    expect(set).toBe(`${cookie}; Path=${within}; HttpOnly; SameSite=Strict`)
    expect(JSON.stringify(response)).not.toContain(secret)
    expect((await asked({ cookie: set?.split(';')[0] ?? '' }, path)).status).toBeLessThan(400)
  })

  it('keeps whatever else stands in it', async () => {
    const { headers } = await asked({}, `/?token=${secret}&call=playable`)
    expect(headers.location).toBe('./?call=playable')
  })

  it('says so where the token is wrong, and lets nobody else choose where it leads', async () => {
    const wrong = await asked({}, '/?token=wrong')
    expect([wrong.status, jsonOf(wrong)]).toMatchObject([401, { error: { code: 'wrong-token' } }])
    expect((await asked({}, `/~a;Domain=evil.example/__playhead/?token=${secret}`)).status).toBe(400)
    expect((await asked({}, `/clock?token=${secret}`)).status).toBe(401)
    const foreign = await asked({ host: 'evil.example' }, `/?token=${secret}`)
    expect(foreign.status).toBe(421)
  })

  it('is a cookie for TLS alone where the mock is reached by it', async () => {
    const { backend } = aBackend()
    const behind = { ...backend, origins: { ...backend.origins, api: 'https://mock.internal' } }
    const request = { method: 'GET', path: `/__playhead/?token=${secret}`, headers: { host: 'localhost' } }
    const { headers } = await answerControl(behind, request, { admission })
    expect(headers['set-cookie']).toMatch(/; Secure$/)
  })
})

describe('tokens', () => {
  it('fit themselves alone', () => {
    for (const other of ['', secret.slice(1), `${secret}\0`, `${secret} `, value])
      expect(token.fits(other), other).toBe(false)
    expect(token.fits(secret)).toBe(true)
    expect([token.fitsCookie(value), token.fitsCookie(secret), token.fitsCookie('')]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('have cookies of their own', () => {
    const other = tokenOf(`${secret}2`).cookie
    expect(other.name).not.toBe(name)
    expect(other.value).not.toBe(value)
  })
})
