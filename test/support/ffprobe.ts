import { accessSync, chmodSync, constants } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * Where the ffprobe of the npm package lies, made executable if need be; `undefined` where there is none for this
 * platform, which is said in one line, so that skipped tests are seen.
 */
export const ffprobePath = (): string | undefined => {
  try {
    const { path } = createRequire(import.meta.url)('@ffprobe-installer/ffprobe') as { path: string }
    try {
      accessSync(path, constants.X_OK)
    } catch {
      chmodSync(path, 0o755)
    }
    return path
  } catch (error) {
    console.warn(`No ffprobe here, its tests are skipped: ${error instanceof Error ? error.message : error}`)
    return undefined
  }
}
