import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { jsonReport } from '../../contracts/reporters/json.ts'
import { aFinding, aReport } from '../contracts/support/a-report.ts'
import { smallCase } from '../contracts/support/small-case.ts'
import { browserTest } from './chromium.ts'
import { deckServer, nine } from './deck.ts'

const minute = 60_000

/** Longer than the deck takes to look at its session again. */
const soon = { timeout: 10_000 }

/** Drags the playhead to the tick of a boundary and a little beyond it, in some steps, as a hand does. */
const dragTo = async (page: Page, what: string): Promise<void> => {
  const slider = page.getByRole('slider')
  const box = await slider.boundingBox()
  const tick = await page.locator(`.tick[title*="${what}"]`).boundingBox()
  if (!box || !tick) throw new Error(`The slider or its tick ${what} is not to be seen`)
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width / 2, y)
  await page.mouse.down()
  await page.mouse.move(tick.x + tick.width + 4, y, { steps: 8 })
  await page.mouse.up()
}

const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 4')) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

describe('the deck in a browser', () => {
  browserTest('of a mock with a token asks for it once, and keeps it from scripts', async ({ page }) => {
    await using server = await deckServer({ token: 'an-open-secret-of-tests' })
    const deck = `${server.url}/__playhead/`
    expect((await page.goto(deck))?.status()).toBe(401)
    const complaints = complaintsOf(page)
    await page.goto(`${deck}?token=${server.token}`)
    expect(page.url()).toBe(deck)
    await server.open(page)
    await page.getByRole('button', { name: /^Next/ }).click()
    await expect.poll(() => server.backend.session().now(), soon).toBeGreaterThan(nine)
    // The journal comes as events, which show the cookie as well.
    expect(await server.askOsvi('playable')).toBe(200)
    await page.getByText('getCallRecording').first().waitFor()
    expect(await page.evaluate(() => document.cookie)).toBe('')
    expect(complaints).toEqual([])
  })

  browserTest('kills a link by its scrubber and brings it back: 206, 403, 206', async ({ page }) => {
    await using server = await deckServer()
    const complaints = complaintsOf(page)
    await server.open(page)
    await page.getByRole('button', { name: 'Play what OSVI gives' }).click()
    const tries = page.getByRole('list', { name: 'How storage answered' }).getByRole('listitem')
    await expect.poll(() => tries.allInnerTexts(), soon).toEqual([expect.stringContaining('206')])
    await dragTo(page, 'OSVI’s link to playable ends')
    await expect.poll(() => tries.first().innerText(), soon).toContain('Request has expired')
    expect(await tries.first().innerText()).toContain('403')
    expect(await page.locator('audio').count()).toBe(0)
    await dragTo(page, 'reply SM3')
    await expect.poll(() => tries.first().innerText(), soon).not.toContain('403')
    const now = await server.backend.session().now()
    expect(now).toBeGreaterThan(nine + 5 * minute)
    expect(now).toBeLessThan(nine + 10 * minute)
    expect(complaints).toEqual([])
  })

  browserTest('really plays what it fetched', async ({ page }) => {
    await using server = await deckServer()
    await server.open(page)
    await page.getByRole('button', { name: 'Play what Quo gives' }).click()
    const audio = page.locator('audio')
    await audio.waitFor()
    const length = () => audio.evaluate((one: HTMLAudioElement) => Math.round(one.duration))
    await expect.poll(length, soon).toBe(90)
    await audio.evaluate((one: HTMLAudioElement) => one.play())
    await expect
      .poll(() => audio.evaluate((one: HTMLAudioElement) => one.currentTime), soon)
      .toBeGreaterThan(0)
  })

  browserTest('goes by keys: seconds, minutes, boundaries, and says where it is', async ({ page }) => {
    await using server = await deckServer()
    await server.open(page)
    const slider = page.getByRole('slider', { name: 'Virtual time' })
    await slider.focus()
    const shown = async () => Number(await slider.getAttribute('aria-valuenow')) * 1000 - nine
    const kept = async () => (await server.backend.session().now()) - nine
    const leadsTo = async (key: string, at: number) => {
      await page.keyboard.press(key)
      await expect.poll(async () => [await shown(), await kept()], soon).toEqual([at, at])
    }
    await leadsTo('ArrowRight', 1000)
    await leadsTo('Shift+ArrowRight', 61_000)
    await leadsTo('ArrowLeft', 60_000)
    await leadsTo('PageUp', 5 * minute)
    expect(await slider.getAttribute('aria-valuetext')).toBe(
      '2026-01-31 09:05:00 UTC, reply SM3 to replies arrives',
    )
    await leadsTo('PageUp', 10 * minute)
    expect(
      await page
        .getByRole('button', { name: /^processing/ })
        .first()
        .innerText(),
    ).toContain('ready')
    await leadsTo('PageDown', 5 * minute)
    await leadsTo('Home', -40 * minute)
  })

  browserTest('streams the journal as it happens, with every secret masked', async ({ page }) => {
    await using server = await deckServer()
    await server.open(page)
    await server.askOsvi('playable')
    await server.askOsvi('playable', 'a-key-nobody-may-see')
    const journal = page.getByRole('region', { name: 'Journal' })
    const entries = journal.locator('.entry')
    await expect.poll(() => entries.count(), soon).toBe(2)
    expect(await entries.first().innerText()).toContain('401')
    for (const one of await entries.all()) await one.locator('summary').click()
    const text = await page.locator('body').innerText()
    expect(text).toContain('•••')
    expect(await page.content()).not.toMatch(/a-key-nobody-may-see|X-Amz-Signature=[0-9a-f]/)
    await journal.getByRole('button', { name: 'Refused' }).click()
    expect(await entries.count()).toBe(1)
  })

  browserTest('tells a path that nobody has from one that is near', async ({ page }) => {
    await using server = await deckServer()
    await server.open(page)
    await fetch(`${server.url}/osvi/v1/calls/x/recording`)
    await page.getByRole('button', { name: 'Near misses' }).click()
    await expect
      .poll(() => page.locator('.miss').innerText(), soon)
      .toBe('The nearest is GET /osvi/v1/call/{id}/recording.')
  })

  browserTest('changes the scenario, and arms and disarms what goes wrong', async ({ page }) => {
    await using server = await deckServer()
    await server.open(page)
    const quo = page.getByRole('listitem').filter({ hasText: 'Quo' }).filter({ hasText: 'as documented' })
    await page.getByRole('button', { name: 'deleted', exact: true }).click()
    await expect.poll(() => quo.innerText(), soon).toContain('deleted')
    await page.getByRole('button', { name: 'valid', exact: true }).click()
    const trouble = page.getByRole('switch', { name: 'API answers 503' })
    await trouble.click()
    await expect.poll(() => trouble.getAttribute('aria-checked'), soon).toBe('true')
    expect(await server.askOsvi('playable')).toBe(503)
    await trouble.click()
    await expect.poll(() => trouble.getAttribute('aria-checked'), soon).toBe('false')
    expect(await server.askOsvi('playable')).toBe(200)
  })

  browserTest('says what it cannot do, and notices when the mock has gone', async ({ page }) => {
    await using server = await deckServer()
    await server.open(page)
    await page.getByRole('textbox', { name: /Move the clock/ }).fill('+soon')
    await page.getByRole('button', { name: 'Go', exact: true }).click()
    await page.getByText('Cannot read "soon" as a duration').waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await server.close()
    await page.getByText('The mock does not answer.').waitFor()
  })

  browserTest('shows what others do to the clock, and keeps sandboxes apart', async ({ page }) => {
    await using server = await deckServer()
    await server.open(page, '/~ann')
    await page.getByText('sandbox ann').waitFor()
    await page.getByRole('button', { name: 'Next', exact: false }).click()
    await expect.poll(() => server.backend.session('ann').now(), soon).toBe(nine + 5 * minute)
    expect(await server.backend.session().now()).toBe(nine)
    await server.open(page)
    await server.move('advance', '7m')
    await expect.poll(() => page.locator('.hms').innerText(), soon).toBe('09:07:00')
  })
})

describe('the contract in a browser', () => {
  browserTest('steps through the case that the mock was started with', async ({ page }) => {
    const exhibit = smallCase([
      { do: 'ask', op: 'look', call: 'c1' },
      { do: 'clock', to: { goal: 'link-end', call: 'c1', offsetMs: 0 } },
      { do: 'ask', op: 'look', call: 'c1' },
    ])
    const { world, clock } = exhibit
    await using server = await deckServer({
      start: { world, at: clock.at, freeze: true, exhibit: { ...exhibit } },
    })
    await page.goto(`${server.url}/__playhead/`)
    await page.getByRole('button', { name: 'Do step 1 of 3' }).click()
    await page.getByRole('button', { name: 'Do step 2 of 3' }).waitFor()
    await page.getByRole('button', { name: 'Do all' }).click()
    await page.getByRole('button', { name: 'All steps are done' }).waitFor()
    expect(await server.backend.session().now()).toBe(clock.at + 900_000)
    expect(await page.locator('.links .link').count()).toBe(2)
    expect(await page.locator('.links .link.dead').count()).toBe(1)
  })

  browserTest('takes a report that is dropped, and steps through what was observed', async ({ page }) => {
    await using server = await deckServer()
    await server.open(page)
    const dataTransfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'report.json', { type: 'application/json' }))
      return data
    }, jsonReport(aReport))
    await page.locator('main').dispatchEvent('dragover', { dataTransfer })
    await page.locator('.dropping').waitFor()
    await page.locator('main').dispatchEvent('drop', { dataTransfer })
    await page.getByText('report.json').waitFor()
    await page.getByRole('button', { name: 'Enter its world' }).click()
    const here = page.getByRole('button', { name: 'the rule is broken here' })
    expect(await here.innerText()).toContain('00:15:00.000')
    await here.click()
    const wanted = aFinding.case.clock.at + 15 * minute
    await expect.poll(() => server.backend.session().now(), soon).toBe(wanted)
    expect(await page.locator('.story [aria-current=true]').count()).toBe(
      await page.locator('.story li').count(),
    )
  })

  browserTest('takes a session from one mock to another by its link, and by a file', async ({ browser }) => {
    await using server = await deckServer()
    const context = await browser.newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
      acceptDownloads: true,
    })
    const page = await context.newPage()
    await server.open(page)
    await page.getByRole('button', { name: 'segments', exact: true }).click()
    await server.move('advance', '42m')
    await page.locator('.hms', { hasText: '09:42:00' }).waitFor()
    await page.getByRole('button', { name: 'Copy a link' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a case file' }).click(),
    ])
    await server.move('reset')
    await page.getByRole('button', { name: 'expired', exact: true }).click()
    const again = await context.newPage()
    await again.goto(link)
    await again.getByRole('button', { name: 'Enter its world' }).click()
    await again.locator('.hms', { hasText: '09:42:00' }).waitFor()
    expect(await server.backend.session().now()).toBe(nine + 42 * minute)
    await server.move('advance', '1h')
    await page.locator('input[type=file]').setInputFiles(await saved.path())
    await page.getByRole('button', { name: 'Enter its world' }).click()
    await page.locator('.hms', { hasText: '09:42:00' }).waitFor()
    await context.close()
  })
})
