import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { blocksOf, fileOf } from '../support/docs/blocks.ts'
import { projectFolder } from '../support/house/tree.ts'
import { browserTest } from './chromium.ts'
import { type DevServer, devServer } from './dev-server.ts'

type Travel = (page: Page, mock: string, verb: string, value?: string) => Promise<void>

let folder = ''
let travel: Travel
let server: DevServer
beforeAll(async () => {
  // The function as the page of the documentation has it.
  const page = await readFile(join(projectFolder, 'docs/how-to/travel-along.md'), 'utf8')
  const block = blocksOf(page).find((one) => fileOf(one) === 'travel.ts')
  folder = await mkdtemp(join(tmpdir(), 'playhead-docs-'))
  const file = join(folder, 'travel.ts')
  await writeFile(file, block?.text ?? '')
  travel = ((await import(file)) as { travel: Travel }).travel
  server = await devServer({ backend: { '/api': 'osvi' } })
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

browserTest('a page’s own Date travels along, and timers go on', async ({ page }) => {
  await travel(page, server.url, 'freeze')
  await travel(page, server.url, 'set', '2026-01-31T09:00:00Z')
  await page.goto(server.url)
  const link = await page.evaluate(async () => {
    const response = await fetch('/api/v1/call/00000000-0000-4000-8000-000000000001/recording')
    const { data } = await response.json()
    return { url: data.recording_url as string, endsAt: Date.now() + data.expires_in_seconds * 1000 }
  })
  expect(link.endsAt).toBe(Date.parse('2026-01-31T09:15:00Z'))
  await travel(page, server.url, 'advance', '15m')
  const seen = await page.evaluate(async (url) => {
    await new Promise((resolve) => setTimeout(resolve, 1))
    return { now: Date.now(), status: (await fetch(url)).status }
  }, link.url)
  expect(seen).toEqual({ now: link.endsAt, status: 403 })
})

browserTest('an app that waits for the end with a timer is woken', async ({ page }) => {
  await page.clock.install({ time: '2026-01-31T09:00:00Z' })
  await page.goto(server.url)
  await page.evaluate(() => {
    setTimeout(() => document.body.setAttribute('data-woken', 'yes'), 2 * 3_600_000)
  })
  await page.clock.runFor('02:00:00')
  expect(await page.getAttribute('body', 'data-woken')).toBe('yes')
})
