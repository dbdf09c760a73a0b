import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Form, Section } from './part.ts'

/** What came of a part, and on what: the digest of the sources it leans on. */
export interface Kept {
  readonly sources: string
  readonly section: Section
}

/** What is told on the page is kept with the project, so that a long proof may be made in several sittings. */
const folders = {
  page: new URL('./measured/', import.meta.url),
  trial: new URL('../../.playhead/prove/', import.meta.url),
}

/** How a part was run: only a whole run without seeds of one's own is for the page. */
export interface Run {
  readonly name: string
  readonly form: Form
  readonly seeds: number | undefined
}

const isForPage = ({ form, seeds }: Run): boolean => form === 'full' && seeds === undefined

const fileOf = (run: Run): URL =>
  isForPage(run)
    ? new URL(`${run.name}.json`, folders.page)
    : new URL(`${run.name}-${run.form}-${run.seeds ?? 'all'}.json`, folders.trial)

/** Keeps what came of a part, for a later run to go on from. */
export const keep = (run: Run, kept: Kept): void => {
  mkdirSync(isForPage(run) ? folders.page : folders.trial, { recursive: true })
  writeFileSync(fileOf(run), `${JSON.stringify(kept, undefined, 2)}\n`)
}

/** What came of a part when it was last run so, on whatever sources. */
export const keptOf = (run: Run): Kept | undefined => {
  try {
    return JSON.parse(readFileSync(fileOf(run), 'utf8'))
  } catch {
    // None was kept, or not to its end.
    return undefined
  }
}
