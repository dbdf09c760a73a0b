import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's own folder, without a slash at the end. */
export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '')

/** Files by path below the project's folder, with slashes. */
export type Tree = ReadonlyMap<string, string>

const skipped = new Set(['node_modules', '.git', 'dist', 'coverage', '.playhead', '.stryker-tmp'])
const readable =
  /\.(ts|tsx|mts|md|json|yaml|yml|sh|html|css|js|mjs)$|(^|\/)(run|LICENSE|\.npmrc|\.gitignore)$/

const below = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : below(path)
    return [path]
  })

/** Reads every text file of the project that somebody wrote or generated. */
export const readTree = (): Tree =>
  new Map(
    below(projectFolder)
      .map((path) => relative(projectFolder, path).replaceAll('\\', '/'))
      .filter((path) => readable.test(path))
      .map((path) => [path, readFileSync(join(projectFolder, path), 'utf8')]),
  )

/** The part of a tree that some folders or files make up. */
export const partOf = (tree: Tree, matches: (path: string) => boolean): Tree =>
  new Map([...tree].filter(([path]) => matches(path)))
