import { afterAll, beforeAll, expect } from 'vitest'
import { browserTest } from './chromium.ts'
import { type DevServer, devServer } from './dev-server.ts'
import { control, playAndSeek } from './playing.ts'

const at = '2026-01-31T09:00:00.000Z'

let server: DevServer
beforeAll(async () => {
  server = await devServer({ backend: { '/api': 'osvi' }, at, freeze: true, seed: 7 })
})
afterAll(() => server[Symbol.asyncDispose]())

for (const crossOrigin of [null, 'anonymous'] as const)
  browserTest(
    `a page plays, seeks by range, and shows the right duration: crossorigin ${crossOrigin}`,
    async ({ page }) => {
      await page.goto(server.url)
      const { durationSeconds, at: stands, storage } = await playAndSeek(page, crossOrigin)
      expect([durationSeconds, Math.floor(stands)]).toEqual([90, 80])
      // The whole from its beginning, and then what lies at second 80.
      expect([...new Set(storage.map(({ status }) => status))]).toEqual([206])
      expect(Number(storage[0]?.from)).toBe(0)
      expect(storage.some(({ from }) => Number(from) > 500_000)).toBe(true)
    },
  )

browserTest('the dev server holds the session: a reload goes on where it was', async ({ page }) => {
  await page.goto(server.url)
  await control(page, 'scenario', { name: 'expired' }, 'PUT')
  await control(page, 'clock', { verb: 'advance', value: '15m' })
  await page.reload()
  expect(await control(page, 'scenarios')).toMatchObject({ current: 'expired' })
  expect(await control(page, 'clock')).toMatchObject({ iso: '2026-01-31T09:15:00.000Z', mode: 'frozen' })
})

browserTest('pages with a sandbox of their own do not meet', async ({ page, browser }) => {
  await page.setExtraHTTPHeaders({ 'x-playhead-sandbox': 'ann' })
  await page.goto(server.url)
  await control(page, 'clock', { verb: 'set', value: '2027-01-31T09:00:00Z' })
  const { durationSeconds } = await playAndSeek(page, 'anonymous')
  expect(durationSeconds).toBe(90)
  const other = await browser.newPage()
  await other.setExtraHTTPHeaders({ 'x-playhead-sandbox': 'bob' })
  await other.goto(server.url)
  expect(await control(other, 'clock')).toMatchObject({ iso: at })
  expect(await control(other, 'journal')).toEqual({ entries: [] })
  await other.close()
})
