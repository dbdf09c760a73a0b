import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  // A request that nobody intercepts stays on this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/** Starts the browser that was found, without a window. */
export const launch = async (): Promise<Browser> => {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('There is no Chromium here: apt-get install chromium, or set PLAYHEAD_CHROMIUM')
  return chromium.launch({ executablePath, args })
}
