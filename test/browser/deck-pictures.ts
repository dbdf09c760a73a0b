// Writes the pictures of the deck in docs/images: node test/browser/deck-pictures.ts
// The clock stands and the seed and the ports are fixed, so that they change only when the deck does.
import { writeFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { customWorld } from '../../mocks/scenarios/custom.ts'
import { type DeckServer, deckServer, nine } from './deck.ts'
import { launch } from './launch.ts'
import { type Frame, movingPicture } from './moving-picture.ts'

const folder = new URL('../../docs/images/', import.meta.url)
const minute = 60_000

const withPage = async (
  browser: Browser,
  options: BrowserContextOptions,
  run: (page: Page) => Promise<void>,
): Promise<void> => {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  await run(await context.newPage())
  await context.close()
}

/** Until the page shows what the mock shows. */
const settled = async (page: Page, server: DeckServer): Promise<void> => {
  const now = new Date(await server.backend.session().now()).toISOString().slice(11, 19)
  await page.locator('.hms', { hasText: now }).waitFor()
  await page.waitForFunction(() => !document.querySelector('button:disabled'))
  // Its controls say how long the sound is only once it is read.
  await page.waitForFunction(() => (document.querySelector('audio')?.readyState ?? 4) >= 3)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** What a morning of work leaves behind: links of several vendors, a near miss, a wrong key. */
const work = async (page: Page, server: DeckServer): Promise<void> => {
  await server.askOsvi('processing')
  await server.askOsvi('segments')
  await server.askOsvi('playable', 'another-key-of-16')
  await fetch(`${server.url}/osvi/v1/calls/x/recording`)
  await page.getByRole('button', { name: 'Play what Envoy gives' }).click()
  await page.locator('audio').waitFor()
  await server.move('advance', '4m')
  await settled(page, server)
  await page.getByRole('button', { name: 'Play what OSVI gives' }).click()
  await page.getByText('OSVI, playable').waitFor()
  await server.move('set', String(nine + 16 * minute + 30_000))
  await settled(page, server)
  await page.locator('.life.dying').waitFor()
}

const still = async (browser: Browser, name: string, options: BrowserContextOptions): Promise<void> => {
  await using server = await deckServer({ port: 4010 })
  await withPage(browser, options, async (page) => {
    await server.open(page)
    await work(page, server)
    await page.evaluate(() => scrollTo(0, 0))
    writeFileSync(new URL(`${name}.png`, folder), await page.screenshot({ animations: 'disabled' }))
  })
}

const twoCalls = {
  calls: [
    { ref: 'intro', segments: [{ id: 's1', status: 'completed', durationSeconds: 90 }] },
    {
      ref: 'follow-up',
      segments: [
        { id: 's2', status: { initially: 'processing', changes: [{ at: '+8m', to: 'completed' }] } },
      ],
    },
  ],
}

/** The scrubber kills a link, and brings it back. */
const film = async (browser: Browser): Promise<void> => {
  const world = customWorld(twoCalls, nine)
  await using server = await deckServer({ port: 4010, start: { world, at: nine, freeze: true } })
  await withPage(browser, { viewport: { width: 900, height: 880 } }, async (page) => {
    await page.goto(`${server.url}/__playhead/`)
    await page.getByRole('button', { name: 'Play what OSVI gives' }).click()
    await page.locator('audio').waitFor()
    await settled(page, server)
    const frames: Frame[] = []
    const take = async (ms: number): Promise<void> => {
      await settled(page, server)
      frames.push({ png: await page.screenshot({ animations: 'disabled' }), ms })
    }
    const goTo = (at: number) => server.move('set', String(Math.round(at)))
    await take(1400)
    for (const part of [0.15, 0.3, 0.45, 0.6, 0.75, 0.9]) {
      await goTo(nine + part * 15 * minute)
      // The deck asks storage again after the boundary at eight minutes past.
      if (part > 0.55) await page.locator('.tries li').nth(1).waitFor()
      await take(130)
    }
    await goTo(nine + 15 * minute - 1000)
    await take(1500)
    await goTo(nine + 15 * minute)
    await page.locator('.silent').waitFor()
    await take(2600)
    for (const part of [0.97, 0.85, 0.7]) {
      await goTo(nine + part * 15 * minute)
      await page.locator('audio').waitFor()
      await take(part === 0.7 ? 1800 : 160)
    }
    writeFileSync(new URL('deck-scrub.gif', folder), movingPicture(frames))
  })
}

const browser = await launch()
const wide = { viewport: { width: 1440, height: 1000 } }
await still(browser, 'deck-light', { ...wide, colorScheme: 'light' })
await still(browser, 'deck-dark', { ...wide, colorScheme: 'dark' })
await still(browser, 'deck-phone', {
  viewport: { width: 360, height: 780 },
  deviceScaleFactor: 2,
  colorScheme: 'light',
})
await film(browser)
await browser.close()
