import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { mostDeckBytes } from '../../../specs/tools/render-deck.ts'
import { aBackend } from '../a-backend.ts'
import { control } from './asking-control.ts'

const { backend } = aBackend()

describe('the deck over HTTP', () => {
  it('is a page that runs nothing of its own and nothing from elsewhere', async () => {
    const { status, headers, body = '' } = await control(backend, '/')
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(body).not.toMatch(/<style|<script>|\son\w+=|https?:/)
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).toContain("connect-src 'self' http://127.0.0.1:4010 http://127.0.0.1:4011;")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*/)
  })

  it('weighs at most 60 kB as it travels', async () => {
    const files = await Promise.all(['/', '/deck.js', '/deck.css'].map((path) => control(backend, path)))
    const bytes = files.map(({ body = '' }) => gzipSync(body).length).reduce((sum, one) => sum + one)
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThanOrEqual(mostDeckBytes)
  })

  it('is found without its last slash, behind a sandbox too', async () => {
    const { status, headers } = await control(backend, '')
    expect(new URL(headers.location ?? '', 'http://h/~ann/__playhead').pathname).toBe('/~ann/__playhead/')
    expect(status).toBe(308)
    expect((await control(backend, '/~ann/__playhead/')).headers['content-type']).toContain('text/html')
  })

  it('is only to be read', async () => {
    expect((await control(backend, '/', { method: 'POST', body: '{}' })).status).toBe(404)
    expect((await control(backend, '/deck.map')).status).toBe(404)
  })

  it('is not shown under a name that is not this machine’s', async () => {
    expect((await control(backend, '/', { headers: { host: 'evil.example' } })).status).toBe(421)
  })
})
