// Takes the pictures of the page's states that the documentation shows: node examples/post-call-page/pictures.ts
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { launch } from '../../test/browser/launch.ts'
import { bring, type Control, states } from './states.ts'

const images = fileURLToPath(new URL('../../docs/images', import.meta.url))
const server = await createServer({
  configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)),
  logLevel: 'error',
  server: { port: 0, host: '127.0.0.1' },
})
await server.listen()
const url = server.resolvedUrls?.local[0] ?? ''
const control: Control = async (method, path, body = {}) =>
  fetch(`${url}__playhead/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const browser = await launch()
const context = await browser.newContext({
  viewport: { width: 720, height: 640 },
  deviceScaleFactor: 2,
  locale: 'en',
  timezoneId: 'UTC',
})
try {
  const page = await context.newPage()
  for (const state of states) {
    await bring(control, state)
    await page.goto(`${url}r/${state.code}`)
    await page.locator('main[aria-busy=false]').waitFor()
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: `${images}/page-${state.name}.png` })
    console.log(`docs/images/page-${state.name}.png`)
  }
} finally {
  await browser.close()
  await server.close()
}
