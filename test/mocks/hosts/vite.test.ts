import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, createServer } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type PlayheadPluginOptions, playhead } from '../../../mocks/hosts/vite.ts'
import { appRoot, devServer } from '../../browser/dev-server.ts'
import { lastingPort } from '../../support/free-port.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playhead-vite-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** All that a production build of the app holds, file names and all. @param entry by itself; the whole app where left out */
const built = async (options: PlayheadPluginOptions, entry?: string): Promise<string> => {
  const outDir = join(folder, `dist-${options.mode}-${entry}`)
  await build({
    configFile: false,
    logLevel: 'silent',
    root: appRoot,
    plugins: [playhead(options)],
    build: {
      outDir,
      target: 'esnext',
      ...(entry ? { rolldownOptions: { input: join(appRoot, entry) } } : {}),
    },
  })
  const files = (await readdir(outDir, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  )
  const texts = files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8'))
  return [...files.map(({ name }) => name), ...(await Promise.all(texts))].join('\n')
}

describe('a production build', () => {
  // What a shell has where somebody builds; here it says that tests are run.
  beforeAll(() => void vi.stubEnv('NODE_ENV', 'production'))
  afterAll(() => void vi.unstubAllEnvs())

  for (const mode of ['proxy', 'msw'] as const)
    test.for([undefined, 'guarded.ts'])(`holds nothing of the mock (${mode}, %s)`, async (entry) => {
      const text = await built({ mode, backend: { '/api': 'osvi' }, scenario: 'expired' }, entry)
      expect(text).toContain('dataset.started')
      for (const ours of [/playhead/i, /\bmsw\b/i, /mockServiceWorker/i, /X-Amz/i, /osvi/i, /expired/i])
        expect(text).not.toMatch(ours)
      expect(text.length).toBeLessThan(5000)
    })
})

describe('the dev server', () => {
  test('answers behind its own path as the vendor would, with the key that a backend adds', async () => {
    await using server = await devServer({ backend: { '/api/': 'osvi', '/api/public': 'voqo' } })
    const id = '00000000-0000-4000-8000-000000000001'
    const asked = async (path: string, init?: RequestInit) =>
      (await fetch(`${server.url}${path}`, init)).status
    expect(await asked(`/api/v1/call/${id}/recording`)).toBe(200)
    expect(await asked(`/api/v1/call/${id}/recording`, { headers: { 'api-token': 'x'.repeat(16) } })).toBe(
      401,
    )
    expect(await asked('/api/public/public/recordings/playable')).toBe(200)
    // A path that only begins alike is the app's own.
    const own = await fetch(`${server.url}/apiary`, { headers: { accept: 'text/html' } })
    expect(await own.text()).toContain('An app')
  })

  test('keeps a redirect behind the same path', async () => {
    await using server = await devServer({
      backend: { '/api': 'osvi' },
      world: {
        calls: [
          {
            ref: 'mine',
            ids: { osvi: '00000000-0000-4000-8000-00000000000a' },
            segments: [{ id: 's', status: 'completed' }],
          },
        ],
        disturbances: [
          { id: 'moved', on: { role: 'api' }, count: 1, effect: { kind: 'redirect', to: 'same-origin' } },
        ],
      },
    })
    const response = await fetch(`${server.url}/api/v1/call/00000000-0000-4000-8000-00000000000a/recording`)
    expect([response.redirected, response.status]).toEqual([true, 200])
    expect(new URL(response.url).pathname).toBe('/api/v1/call/00000000-0000-4000-8000-00000000000a/recording')
  })

  test('starts anew on ports of its own', async () => {
    const port = await lastingPort()
    const ready = `http://127.0.0.1:${port}`
    const server = await createServer({
      configFile: false,
      logLevel: 'silent',
      root: appRoot,
      plugins: [playhead({ port })],
      server: { port: 0 },
    })
    await server.listen()
    const address = server.httpServer?.address()
    const url = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
    const told = async () => (await (await fetch(`${url}/__playhead/vendors`)).json()).url
    expect(await told()).toBe(ready)
    await server.restart()
    expect(await told()).toBe(ready)
    await server.close()
    await expect(fetch(`${ready}/__playhead/health`)).rejects.toThrow('fetch failed')
  })

  test('shows why the mock does not stand', async () => {
    await using one = await devServer({})
    const ready = await (await fetch(`${one.url}/__playhead/vendors`)).json()
    await using other = await devServer({ port: Number(new URL(ready.url).port) }, { logLevel: 'silent' })
    const refused = await fetch(`${other.url}/__playhead/vendors`)
    expect([refused.status, (await refused.json()).error.code]).toEqual([500, 'port-in-use'])
  })

  test.for<[PlayheadPluginOptions, string]>([
    [{ scenario: 'expierd' }, 'unknown-scenario'],
    [{ at: 'tomorow' }, 'bad-instant'],
    [{ backend: { '/api': 'ovsi' } }, 'unknown-vendor'],
    [{ world: { calls: 1 } }, 'bad-world'],
    [{ mode: 'msw', scenario: 'expierd' }, 'unknown-scenario'],
  ])('does not start with %j: %s', async ([options, code]) => {
    await expect(devServer(options)).rejects.toMatchObject({ code })
  })

  test('says where the session is where each page has its own', async () => {
    await using server = await devServer({ mode: 'msw' })
    const refused = await fetch(`${server.url}/__playhead/`)
    expect([refused.status, (await refused.json()).error.code]).toEqual([404, 'session-in-page'])
    expect(await (await fetch(`${server.url}/mockServiceWorker.js`)).text()).toContain('addEventListener')
  })

  test('asks for MSW by name where it is missing', async () => {
    await expect(devServer({ mode: 'msw' }, { root: folder })).rejects.toMatchObject({
      code: 'missing-package',
      cure: 'Install it: npm install --save-dev msw',
    })
  })
})
