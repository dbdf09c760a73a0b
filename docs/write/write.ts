import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rules } from '../../contracts/rules/index.ts'
import { writeWhole } from '../../specs/tools/write-whole.ts'
import { commandPage } from './commands.ts'
import { driftPage } from './drift-page.ts'
import { jsonPage } from './json-page.ts'
import { freshReadme } from './readme.ts'
import { ruleIndex, rulePage } from './rule-pages.ts'
import { scenarioPage } from './scenarios.ts'

const root = new URL('../../', import.meta.url)
const rulesFolder = new URL('docs/rules/', root)

/** A document that is wholly or partly made from the code. */
export interface MadeDocument {
  /** From the root of the project. */
  readonly path: string
  readonly file: URL
  /** What it should be now. */
  readonly fresh: string
}

const made = (path: string, fresh: string): MadeDocument => ({ path, file: new URL(path, root), fresh })

/** Every document that is made, as it should be now. */
export const madeDocuments = (): readonly MadeDocument[] => [
  made('README.md', freshReadme(readFileSync(new URL('README.md', root), 'utf8'))),
  made('docs/scenarios.md', scenarioPage()),
  made('docs/reference/commands.md', commandPage()),
  made('docs/reference/drift.md', driftPage()),
  made('docs/reference/json.md', jsonPage()),
  made('docs/rules/README.md', ruleIndex()),
  ...rules.map((rule) => made(`docs/rules/${rule.id}.md`, rulePage(rule))),
]

/** Pages of rules that are no more. */
export const strayPages = (): readonly string[] => {
  const wanted = new Set(madeDocuments().map(({ path }) => path))
  return readdirSync(rulesFolder)
    .map((name) => `docs/rules/${name}`)
    .filter((path) => !wanted.has(path))
}

if (import.meta.main) {
  for (const { file, fresh } of madeDocuments()) await writeWhole(fileURLToPath(file), fresh)
  for (const path of strayPages()) rmSync(new URL(path, root))
}
