import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of a bench's own, for as long as it runs. */
export interface Scratch {
  /** Makes the folder. */
  readonly open: () => string
  /** Takes it away, where there is one. */
  readonly end: () => void
}

/** Makes nothing yet. */
export const scratch = (): Scratch => {
  let folder: string | undefined
  return {
    open() {
      folder ??= mkdtempSync(join(tmpdir(), 'playhead-bench-'))
      return folder
    },
    end() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
      folder = undefined
    },
  }
}
