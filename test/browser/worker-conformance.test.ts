import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { conform } from '../mocks/hosts/conformance.ts'
import { realBaseUrl } from '../mocks/hosts/intercepted.ts'
import { type DevServer, devServer } from './dev-server.ts'
import { findChromium } from './find-chromium.ts'
import { holdOver } from './hold-over.ts'
import { launch } from './launch.ts'
import { pageFetch } from './page-fetch.ts'

describe.skipIf(findChromium() === undefined)('in a real browser', () => {
  let server: DevServer
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    server = await devServer({ mode: 'msw' })
    browser = await launch()
    page = await browser.newPage()
    await page.goto(server.url)
    await page.waitForSelector('[data-started]')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  })

  /** Of a journal that begins anew with each case, the first exchange. */
  const arrival = (): Promise<unknown> =>
    page.evaluate(async () => {
      const source = new EventSource('/__playhead/journal')
      await new Promise((resolve) => source.addEventListener('exchange', resolve, { once: true }))
      source.close()
    })

  conform(
    'MSW’s service worker',
    async () => {
      const fetch = pageFetch(page)
      return {
        backend: await holdOver(fetch, arrival),
        baseUrl: realBaseUrl,
        fetch,
        close: () => {},
      }
    },
    {
      skip: [
        {
          reason: 'a page sees no redirect that it does not follow',
          cases: ['goes where it is redirected'],
        },
        {
          reason: 'a page cannot write its Origin, and may read all that its own worker answers',
          cases: ['lets pages of other origins read what they need'],
        },
      ],
    },
  )
})
