import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What browsers of Chromium's kind are called, those of Debian first. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const elsewhere = ['/usr/bin', '/opt/google/chrome', '/Applications/Google Chrome.app/Contents/MacOS']

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Where a browser of Chromium's kind lies: what `PLAYHEAD_CHROMIUM` names, or one found by its usual names; `undefined`
 * where there is none, or `none` is named. A variable that names no program is a mistake, and not a reason to skip anything.
 */
export const findChromium = (
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined => {
  const named = env.PLAYHEAD_CHROMIUM
  if (named === 'none') return undefined
  if (named && !isProgram(named)) throw new Error(`PLAYHEAD_CHROMIUM names no program: ${named}`)
  if (named) return named
  const folders = [...new Set([...(env.PATH ?? '').split(delimiter).filter(Boolean), ...elsewhere])]
  return folders
    .flatMap((folder) => [...names, 'Google Chrome'].map((name) => join(folder, name)))
    .find(isProgram)
}
