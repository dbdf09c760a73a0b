import { findChromium } from './find-chromium.ts'

/** Before all tests: says once that there is no browser, so that what is skipped for want of one is seen. */
export const setup = (): void => {
  if (findChromium() === undefined)
    console.warn(
      'No Chromium here, the tests in a browser are skipped: apt-get install chromium, or set PLAYHEAD_CHROMIUM.',
    )
}
