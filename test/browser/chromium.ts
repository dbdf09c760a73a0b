import type { Browser, Page } from 'playwright-core'
import { test } from 'vitest'
import { findChromium } from './find-chromium.ts'
import { launch } from './launch.ts'

export { launch }

const withBrowser = test
  // biome-ignore lint/correctness/noEmptyPattern: what a fixture needs is read off its pattern.
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }): Promise<Browser> => {
    const browser = await launch()
    onCleanup(() => browser.close())
    return browser
  })
  .extend('page', async ({ browser }, { onCleanup }): Promise<Page> => {
    const context = await browser.newContext()
    onCleanup(() => context.close())
    context.setDefaultTimeout(15_000)
    return context.newPage()
  })

/**
 * A test in a real browser: its `page` is a fresh one, in a profile of its own; `browser` is one for the file. Skipped
 * where there is no Chromium, which test/browser/tell-missing.ts says in one line for the whole run.
 * @example browserTest('plays', async ({ page }) => { await page.goto(server.url) })
 */
export const browserTest = findChromium() === undefined ? withBrowser.skip : withBrowser
