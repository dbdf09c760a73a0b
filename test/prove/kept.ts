import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Section } from './part.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = new URL('../../.playhead/prove/', import.meta.url)

/** Changes whenever something changes that a figure may depend on. */
export const sourcesNow = (): string => {
  const hash = createHash('sha256')
  const paths = globSync(['{contracts,mocks,generated,test/prove}/**/*.{ts,json}', 'package-lock.json'], {
    cwd: root,
    exclude: ['**/*.test.ts', '**/*.tmp.ts'],
  })
  for (const path of paths.sort()) hash.update(path).update(readFileSync(`${root}${path}`))
  return hash.digest('hex')
}

const fileOf = (name: string): URL => new URL(`${name}.json`, folder)

/** Keeps what came of a part, for a later run to go on from. @param of what it was measured on, and how */
export const keep = (name: string, of: string, section: Section): void => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(name), JSON.stringify({ of, section }))
}

/** What came of a part when it was last run, if that was on the same. */
export const keptOf = (name: string, of: string): Section | undefined => {
  try {
    const kept = JSON.parse(readFileSync(fileOf(name), 'utf8'))
    return kept.of === of ? kept.section : undefined
  } catch {
    // None was kept, or not to its end.
    return undefined
  }
}
