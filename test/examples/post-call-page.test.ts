import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { build, createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bring, type Control, type State, states } from '../../examples/post-call-page/states.ts'
import { browserTest } from '../browser/chromium.ts'
import { said } from '../support/command-line.ts'

const folder = fileURLToPath(new URL('../../examples/post-call-page', import.meta.url))

/** As long as a busy machine may need. */
const patient = { timeout: 15_000 }

const opened = async (): Promise<ViteDevServer> => {
  const server = await createServer({
    configFile: `${folder}/vite.config.ts`,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  })
  return server.listen()
}
const urlOf = (server: ViteDevServer): string => server.resolvedUrls?.local[0] ?? ''

const controlOf =
  (url: string): Control =>
  async (method, path, body = {}) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${url}__playhead/${path}`, { method, headers, body: JSON.stringify(body) })
    expect(response.ok).toBe(true)
    return response.json()
  }

describe('the page', () => {
  let server: ViteDevServer
  let url = ''
  let control: Control
  beforeAll(async () => {
    server = await opened()
    url = urlOf(server)
    control = controlOf(url)
  })
  afterAll(() => server.close())

  const stateNamed = (name: string): State => {
    const found = states.find((state) => state.name === name)
    if (!found) throw new Error(`There is no state ${name}`)
    return found
  }

  const shows: Readonly<Record<string, readonly string[]>> = {
    ready: [
      'Saturday, January 31',
      '1:30',
      'Replies2',
      'Thanks for calling back!',
      'Tuesday at ten suits me.',
    ],
    gone: ['This recording is no longer available', 'Replies1', 'Thanks for calling back!'],
    'no-replies': ['1:30', 'Nobody has replied yet.'],
    'unknown-code': ['We can’t find this call'],
    trouble: ['We can’t reach the recording right now', 'Try again', 'Thanks for calling back!'],
  }

  for (const state of states)
    browserTest(`shows ${state.name}, and keeps nobody out`, async ({ page }) => {
      await bring(control, state)
      await page.goto(`${url}r/${state.code}`)
      for (const text of shows[state.name] ?? ['no such state'])
        await expect.poll(() => page.locator('main').textContent(), patient).toContain(text)
      await page.addScriptTag({ content: axe.source })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const violations = await page.evaluate(async () => {
          const { axe: checker } = window as unknown as { axe: typeof axe }
          return (await checker.run()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
        })
        expect([colorScheme, violations]).toEqual([colorScheme, []])
      }
    })

  browserTest('trouble that has passed is over at the press of a button', async ({ page }) => {
    const state = stateNamed('trouble')
    await bring(control, state)
    await page.goto(`${url}r/${state.code}`)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('button', { name: 'Play' }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  browserTest('a link that has died meanwhile is replaced, and playing goes on', async ({ page }) => {
    const state = stateNamed('ready')
    await bring(control, state)
    await page.goto(`${url}r/${state.code}`)
    await page.getByRole('slider', { name: 'Position' }).fill('42')
    await control('POST', 'clock', { verb: 'advance', value: '2h' })
    await page.getByRole('button', { name: 'Play' }).click()
    type Entry = {
      readonly operation?: string
      readonly origin: string
      readonly response: { readonly status: number }
    }
    const asked = async (): Promise<readonly string[]> => {
      const { entries } = await (await fetch(`${url}__playhead/journal`)).json()
      return (entries as Entry[])
        .filter(({ origin, operation }) => origin === 'storage' || !operation?.includes('eplies'))
        .map(({ origin, response }) => `${origin} ${response.status}`)
        .slice(0, 4)
    }
    // The player shows that it plays before storage has refused: what was asked tells that it is over.
    await expect.poll(asked).toEqual(['api 200', 'storage 403', 'api 200', 'storage 206'])
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    expect(Number(await page.getByRole('slider', { name: 'Position' }).inputValue())).toBeGreaterThanOrEqual(
      42,
    )
  })

  browserTest('links that never play are given up, and may be tried again', async ({ page }) => {
    const state = stateNamed('ready')
    await bring(control, state)
    const { id } = (await control('POST', 'disturbances', {
      on: { role: 'storage' },
      effect: { kind: 'die-early' },
    })) as { readonly id: string }
    await page.goto(`${url}r/${state.code}`)
    await page.getByRole('button', { name: 'Play' }).click()
    await expect
      .poll(() => page.getByRole('status').textContent(), patient)
      .toBe('It does not play right now')
    await control('DELETE', `disturbances/${id}`)
    await page.getByRole('button', { name: 'Play' }).click()
    await page.getByRole('button', { name: 'Pause' }).waitFor()
  })

  browserTest('a reply arrives five minutes after the start', async ({ page }) => {
    await bring(control, stateNamed('ready'))
    await page.goto(`${url}r/replies`)
    await expect.poll(() => page.locator('main').textContent(), patient).toContain('Replies2')
    await control('POST', 'clock', { verb: 'advance', value: '5m' })
    await page.reload()
    await expect.poll(() => page.locator('main').textContent(), patient).toContain('See you then.')
  })
})

describe('with another vendor', () => {
  let server: ViteDevServer
  beforeAll(async () => {
    vi.stubEnv('VITE_VENDOR', 'osvi')
    server = await opened()
    vi.unstubAllEnvs()
  })
  afterAll(() => server.close())

  browserTest('the same page plays, and has no replies to show', async ({ page }) => {
    await page.goto(`${urlOf(server)}r/00000000-0000-4000-8000-000000000001`)
    await page.getByRole('button', { name: 'Play' }).click()
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await expect.poll(() => page.locator('main').textContent(), patient).toContain('1:30')
    expect(await page.getByRole('heading', { name: 'Replies' }).count()).toBe(0)
  })
})

test('its build holds nothing of the mock', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const { output } = (await build({
    configFile: `${folder}/vite.config.ts`,
    logLevel: 'silent',
    build: { write: false },
  })) as { readonly output: readonly { readonly fileName: string; readonly code?: string }[] }
  vi.unstubAllEnvs()
  const text = output.map(({ fileName, code = '' }) => `${fileName}\n${code}`).join('\n')
  expect(text).toContain('We can’t find this call')
  expect(text).not.toMatch(/playhead|X-Amz|scenario/i)
})

test('its client keeps the contract of every vendor that it speaks to', async () => {
  const argv = [
    'verify',
    '--client',
    'examples/post-call-page/adapter.ts',
    '--vendor',
    'voqo,osvi',
    '--cases',
    '60',
  ]
  expect(await said(argv)).toMatchObject({ code: 0 })
})
