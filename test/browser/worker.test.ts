import { afterAll, beforeAll, expect } from 'vitest'
import { browserTest } from './chromium.ts'
import { type DevServer, devServer } from './dev-server.ts'
import { control, playAndSeek } from './playing.ts'

const at = '2026-01-31T09:00:00.000Z'

let server: DevServer
beforeAll(async () => {
  server = await devServer({ mode: 'msw', backend: { '/api': 'osvi' }, at, freeze: true })
})
afterAll(() => server[Symbol.asyncDispose]())

const started = '[data-started]'

browserTest('a page answers for itself: it plays, seeks, and streams its journal', async ({ page }) => {
  await page.goto(server.url)
  await page.waitForSelector(started)

  expect(await page.getAttribute('body', 'data-started')).toBe('quo osvi envoy feather voqo')

  const ranged = await playAndSeek(page, 'anonymous')
  expect([ranged.durationSeconds, Math.floor(ranged.at)]).toEqual([90, 80])
  expect([...new Set(ranged.storage.map(({ status }) => status))]).toEqual([206])
  expect(ranged.storage.some(({ from }) => Number(from) > 500_000)).toBe(true)

  // Without crossorigin a browser drops Range on the way to a worker: every seek begins with the first byte.
  const whole = await playAndSeek(page, null)
  expect([whole.durationSeconds, Math.floor(whole.at)]).toEqual([90, 80])
  for (const { range, status } of whole.storage) expect([range, status]).toEqual([undefined, 200])

  const told = await page.evaluate(async () => {
    const source = new EventSource('/__playhead/journal?after=1000')
    const heard = new Promise<string>((resolve) =>
      source.addEventListener('exchange', ({ data }) => resolve(data), { once: true }),
    )
    await new Promise((resolve) => source.addEventListener('open', resolve, { once: true }))
    await fetch('/api/v1/call/00000000-0000-4000-8000-000000000006/recording')
    const data = await heard
    source.close()
    return data
  })
  expect(JSON.parse(told)).toMatchObject({ vendor: 'osvi', response: { status: 404 } })
})

browserTest(
  'world, clock and links survive a reload, and another tab has its own',
  async ({ page, browser }) => {
    await page.goto(server.url)
    await page.waitForSelector(started)
    await control(page, 'scenario', { name: 'segments' }, 'PUT')
    await control(page, 'clock', { verb: 'advance', value: '10m' })
    const url = await page.evaluate(async () => {
      const response = await fetch(
        'https://api.osvi.ai/v1/call/00000000-0000-4000-8000-000000000009/recording',
        {
          headers: { 'api-token': 'playhead-osvi-16' },
        },
      )
      return (await response.json()).data.recording_url as string
    })
    const statusOf = () => page.evaluate(async (link) => (await fetch(link)).status, url)
    await page.reload()
    await page.waitForSelector(started)
    expect(await control(page, 'scenarios')).toMatchObject({ current: 'segments' })
    expect(await control(page, 'clock')).toMatchObject({ iso: '2026-01-31T09:10:00.000Z', mode: 'frozen' })
    expect(await statusOf()).toBe(200)
    await control(page, 'clock', { verb: 'advance', value: '15m' })
    expect(await statusOf()).toBe(403)

    const other = await browser.newPage()
    await other.goto(server.url)
    await other.waitForSelector(started)
    expect(await control(other, 'clock')).toMatchObject({ iso: at })
    await other.close()
  },
)
