import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { html } from '../../contracts/reporters/html.ts'
import { aReport } from '../contracts/support/a-report.ts'
import { browserTest } from './chromium.ts'

let folder = ''
let url = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playhead-page-'))
  const file = join(folder, 'report.html')
  await writeFile(
    file,
    html.render([aReport, { ...aReport, client: 'another' }], { caseFile: () => 'a.json' }),
  )
  url = pathToFileURL(file).href
})
afterAll(() => rm(folder, { recursive: true }))

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('href') ?? null)

/** The title of the dialog that stands open, if one does. */
const opened = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector('dialog[open] h2')?.textContent ?? null)

const pressed = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

describe('the page of reports', () => {
  browserTest('is gone through by the arrow keys, over places where there is no cell', async ({ page }) => {
    await page.goto(url)
    await pressed(page, 'ArrowDown')
    const first = await focused(page)
    expect(first).toMatch(/^#c0-\d+$/)
    await pressed(page, 'ArrowRight')
    expect(await focused(page)).toMatch(/^#c0-[1-9]$/)
    await pressed(page, 'ArrowLeft')
    expect(await focused(page)).toBe(first)
    await pressed(page, 'ArrowUp')
    expect(await focused(page)).toBe(first)
  })

  browserTest(
    'opens a cell with Enter, says so in its address, and closes it with Escape',
    async ({ page }) => {
      await page.goto(url)
      await pressed(page, 'ArrowDown', 'Enter')
      expect(await opened(page)).toBe('get-never-head')
      expect(new URL(page.url()).hash).toBe(
        await page.evaluate(() => `#${document.querySelector('dialog[open]')?.id}`),
      )
      await pressed(page, 'Escape')
      expect(await opened(page)).toBeNull()
      await expect.poll(() => new URL(page.url()).hash).toBe('')
      expect(await focused(page)).toMatch(/^#c0-/)
    },
  )

  browserTest('goes from one broken rule to the next with n, and back with p', async ({ page }) => {
    await page.goto(url)
    const seen: (string | null)[] = []
    for (const key of ['n', 'n', 'n', 'p']) {
      await pressed(page, key)
      seen.push(new URL(page.url()).hash)
      expect(await opened(page)).not.toBeNull()
    }
    expect(new Set(seen.slice(0, 3)).size).toBe(3)
    expect(seen[3]).toBe(seen[1])
  })

  browserTest('opens the cell that its address names', async ({ page }) => {
    await page.goto(`${url}#c1-1`)
    expect(await opened(page)).toBe('never-hand-out-a-dead-url')
  })

  browserTest('shows the broken rules alone, chosen with the keyboard', async ({ page }) => {
    await page.goto(url)
    const rows = page.locator('.matrix tbody tr:visible')
    const all = await rows.count()
    await page.locator('#f-all').focus()
    await pressed(page, 'ArrowRight')
    expect(await rows.count()).toBeLessThan(all)
    expect(await rows.count()).toBeGreaterThan(0)
  })

  browserTest(
    'has nothing that hinders anybody, with a cell open or none, as far as axe can tell',
    async ({ page }) => {
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
      const hindrances = async (): Promise<readonly string[]> => {
        await page.evaluate(axe)
        return page.evaluate(
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((one) => one.html).join(' ')))",
        )
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.goto(url)
        expect(await hindrances()).toEqual([])
        await page.goto(`${url}#c1-1`)
        await page.reload()
        expect(await hindrances()).toEqual([])
      }
    },
  )

  browserTest('asks for nothing, and complains of nothing', async ({ page }) => {
    const told: string[] = []
    page.on('console', (message) => told.push(message.text()))
    page.on('pageerror', (error) => told.push(error.message))
    page.on('request', (request) => told.push(request.url()))
    await page.goto(url)
    await pressed(page, 'n', 'Escape', 'ArrowDown', 'Enter')
    expect(told.filter((one) => one !== url && !one.startsWith('data:'))).toEqual([])
  })
})
