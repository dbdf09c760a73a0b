import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const command = join(root, 'dist/bin/playhead.js')

/** When the newest file below a folder was last written, in ms. */
const newestIn = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
      .map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs),
  )

/**
 * The command as it is published, bundled, since that is what users begin.
 * @returns its file, or why it cannot be measured
 */
export const built = (): { readonly file: string } | { readonly missing: string } => {
  const bundled = statSync(command, { throwIfNoEntry: false })?.mtimeMs
  if (bundled === undefined) return { missing: 'not built: npm run build' }
  const isOld = ['mocks', 'contracts', 'bin', 'generated', 'specs/tools'].some(
    (one) => newestIn(one) > bundled,
  )
  return isOld ? { missing: 'built from older sources: npm run build' } : { file: command }
}
