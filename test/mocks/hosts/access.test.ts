import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { type PlayheadServer, type ServerOptions, startServer } from '../../../mocks/hosts/node.ts'
import { osviKey, osviPath } from '../asking.ts'

const opened: PlayheadServer[] = []
const start = async (options: ServerOptions): Promise<PlayheadServer> => {
  const server = await startServer({ port: 0, ...options })
  opened.push(server)
  return server
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()))
})

/** Asks under any name, which fetch does not let one. */
const statusUnder = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asking = request(url, { headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode))
    })
    asking.on('error', reject).end()
  })

describe('a server that others may reach', () => {
  it('makes a token, and is used with it', async () => {
    const { url, token = '' } = await start({ allowedHosts: ['mock.internal'] })
    const health = `${url}/__playhead/health`
    expect((await fetch(health)).status).toBe(401)
    expect((await fetch(health, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
    const bearer = { authorization: `Bearer ${token}` }
    expect(await statusUnder(health, { ...bearer, host: 'mock.internal:4010' })).toBe(200)
    expect(await statusUnder(health, { ...bearer, host: 'evil.example' })).toBe(421)
  })

  it('shows the deck to the browser that was given the token, for as long as it keeps the cookie', async () => {
    const { url, token = '' } = await start({ publicUrl: 'https://mock.example' })
    const deck = `${url}/__playhead/`
    const led = await fetch(`${deck}?token=${token}`, { redirect: 'manual' })
    expect([led.status, led.headers.get('location')]).toEqual([303, './'])
    const set = led.headers.get('set-cookie') ?? ''
    expect(set).toMatch(/; HttpOnly; SameSite=Strict; Secure$/)
    const cookie = set.split(';')[0] ?? ''
    for (const path of ['', 'deck.js', 'deck.css', 'timeline', 'scenarios'])
      expect((await fetch(`${deck}${path}`, { headers: { cookie } })).status, path).toBe(200)
    const moved = await fetch(`${deck}clock`, {
      method: 'POST',
      headers: { cookie, origin: url, 'content-type': 'application/json' },
      body: '{"verb":"freeze"}',
    })
    expect(moved.status).toBe(200)
    const page = await fetch(deck, { headers: { cookie } })
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(`${await page.text()}${JSON.stringify([...page.headers])}`).not.toContain(token)
  })

  it('answers as the vendors and their storage do without any token', async () => {
    const { url, backend } = await start({ token: 'an-open-secret-of-tests' })
    const looked = await fetch(`${url}/osvi${osviPath('playable')}`, { headers: osviKey })
    const { data } = await looked.json()
    expect((await fetch(data.recording_url)).status).toBe(200)
    // Another name means another backend to a client, and nothing to a vendor.
    expect(
      await statusUnder(`${url}/osvi${osviPath('playable')}`, { ...osviKey, host: 'evil.example' }),
    ).toBe(200)
    expect(JSON.stringify(await backend.session().journal())).not.toContain('playhead-osvi-16')
  })

  it('serves nothing but its own pages, however a path is written', async () => {
    const { url } = await start({})
    const paths = [
      '/__playhead/../package.json',
      '/__playhead/%2e%2e/package.json',
      '/__playhead/..%2fpackage.json',
      '/__playhead/..\\package.json',
      '/__playhead//etc/passwd',
      '/__playhead/deck.js/../../package.json',
      '/__playhead/deck.js%00.txt',
      '/__playhead/file:///etc/passwd',
      '/__playhead/assets.ts',
      '/etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
    ]
    const { hostname, port } = new URL(url)
    for (const path of paths) {
      const status = await new Promise((resolve, reject) =>
        request({ hostname, port, path, headers: { host: '127.0.0.1' } }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode))
        })
          .on('error', reject)
          .end(),
      )
      expect(status, path).toBe(404)
    }
  })
})
