import { readFileSync, writeFileSync } from 'node:fs'
import { freshReadme } from './readme.ts'

const readmeFile = new URL('../../README.md', import.meta.url)

/** Every document that is wholly or partly made from the code: where it stands, and what it should be now. */
export const madeDocuments = (): readonly { readonly file: URL; readonly fresh: string }[] => [
  { file: readmeFile, fresh: freshReadme(readFileSync(readmeFile, 'utf8')) },
]

if (import.meta.main) for (const { file, fresh } of madeDocuments()) writeFileSync(file, fresh)
