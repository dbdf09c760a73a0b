import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { jsonReport } from '../../contracts/reporters/json.ts'
import { aReport } from '../contracts/support/a-report.ts'
import { browserTest } from './chromium.ts'
import { deckServer } from './deck.ts'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** What axe finds that keeps somebody out. */
const gravest = async (page: Page): Promise<readonly string[]> => {
  const found = await page.evaluate<readonly Violation[]>(
    `${axe}; axe.run().then(({ violations }) => violations)`,
  )
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
    )
}

const inContext = async (
  browser: Browser,
  options: BrowserContextOptions,
  run: (page: Page) => Promise<void>,
) => {
  // axe brings its own script, which the page's policy rightly refuses.
  const context = await browser.newContext({ bypassCSP: true, ...options })
  try {
    await run(await context.newPage())
  } finally {
    await context.close()
  }
}

/** A deck with something in every panel. */
const livelyDeck = async (page: Page, server: Awaited<ReturnType<typeof deckServer>>): Promise<void> => {
  await server.open(page)
  await server.askOsvi('processing')
  await page.getByRole('button', { name: 'Play what Quo gives' }).click()
  await page.locator('audio').waitFor()
  await page.getByRole('switch', { name: 'Downloads break off' }).click()
  const report = {
    name: 'report.json',
    mimeType: 'application/json',
    buffer: Buffer.from(jsonReport(aReport)),
  }
  await page.locator('input[type=file]').setInputFiles(report)
  await page.getByText('report.json').waitFor()
  for (const summary of await page.locator('details > summary').all()) await summary.click()
  await page.getByRole('textbox', { name: /Move the clock/ }).fill('+soon')
  await page.getByRole('button', { name: 'Go', exact: true }).click()
  await page.getByRole('button', { name: 'Dismiss' }).waitFor()
}

type ColorScheme = 'light' | 'dark'

const desktop = { width: 1280, height: 900 }
const phone = { width: 360, height: 740 }

describe('how the deck looks', () => {
  browserTest.for<[ColorScheme, { readonly width: number; readonly height: number }]>([
    ['light', desktop],
    ['dark', phone],
  ])('axe finds nothing serious: %s, %o', async ([colorScheme, viewport], { browser }) => {
    await using server = await deckServer()
    await inContext(browser, { colorScheme, viewport, reducedMotion: 'reduce' }, async (page) => {
      await livelyDeck(page, server)
      expect(await gravest(page)).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(viewport.width)
    })
  })

  browserTest('its two themes are two', async ({ browser }) => {
    await using server = await deckServer()
    const paper = new Set<string>()
    for (const colorScheme of ['light', 'dark'] as const)
      await inContext(browser, { colorScheme }, async (page) => {
        await server.open(page)
        paper.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor))
      })
    expect(paper.size).toBe(2)
  })
})
