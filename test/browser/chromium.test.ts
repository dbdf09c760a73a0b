import { expect, test } from 'vitest'
import { browserTest } from './chromium.ts'
import { findChromium } from './find-chromium.ts'

test('takes the browser that is named, or none, and refuses a name that is none', () => {
  expect(findChromium({ PLAYHEAD_CHROMIUM: 'none' })).toBeUndefined()
  expect(() => findChromium({ PLAYHEAD_CHROMIUM: '/nowhere/chromium' })).toThrow('/nowhere/chromium')
  expect(findChromium({ PLAYHEAD_CHROMIUM: process.execPath })).toBe(process.execPath)
})

browserTest('shows a page, and reaches nothing but this machine', async ({ page }) => {
  await page.goto('data:text/html,<h1>Hello</h1>')
  expect(await page.getByRole('heading').textContent()).toBe('Hello')
  await expect(page.goto('https://playhead.example/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
})
