import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect } from 'vitest'
import { browserTest } from './chromium.ts'

const program = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('./deck-in-page/main.ts', import.meta.url)),
        output: { codeSplitting: false },
      },
    },
  })
  const [chunk] = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  if (chunk?.type !== 'chunk') throw new Error('There is no program')
  return chunk.code
}

const shop = `<!doctype html><meta charset="utf-8"><title>An app</title><style>button { display: none }</style>
<h1>An app</h1><script type="module" src="/app.js"></script>`

browserTest(
  'the deck lives in a page beside an app whose requests it shows, without a server',
  async ({ page }) => {
    const code = await program()
    const asked: string[] = []
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url())
      asked.push(pathname)
      return pathname === '/app.js'
        ? route.fulfill({ contentType: 'text/javascript', body: code })
        : route.fulfill({ contentType: 'text/html', body: shop })
    })
    await page.goto('http://localhost/shop')
    // The app's own style does not reach into the deck.
    await page.getByRole('button', { name: 'Play what OSVI gives' }).click()
    await page.locator('audio').waitFor()
    const tries = page.getByRole('list', { name: 'How storage answered' }).getByRole('listitem')
    await page.getByRole('slider').focus()
    for (const time of ['09:05:00', '09:10:00', '09:15:00']) {
      await page.keyboard.press('PageUp')
      await page.locator('.hms', { hasText: time }).waitFor()
    }
    await expect.poll(() => tries.first().innerText(), { timeout: 10_000 }).toContain('403')
    const url = 'https://api.osvi.ai/v1/call/00000000-0000-4000-8000-000000000001/recording'
    const headers = { 'api-token': 'playhead-osvi-16' }
    const status = await page.evaluate(([to, sent]) => Reflect.get(globalThis, 'askAsTheApp')(to, sent), [
      url,
      headers,
    ] as const)
    expect(status).toBe(200)
    await expect
      .poll(() => page.locator('.entry').first().innerText(), { timeout: 10_000 })
      .toContain('getCallRecording')
    expect(new Set(asked)).toEqual(new Set(['/shop', '/app.js']))
    await page.evaluate(() => Reflect.get(globalThis, 'endDeck')())
    expect(await page.locator('#deck').count()).toBe(0)
  },
)
