import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { Case } from '../contracts/case.ts'
import { writeWhole } from '../specs/tools/write-whole.ts'

const folder = '.playhead'

/** A rule's name as a file may have it: a report that came from elsewhere says what it likes, and leads nowhere else. */
const inFileName = (rule: string): string => rule.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 100)

/**
 * Writes a case under `.playhead/`; its name tells the rule and what is in it, so that the same case is the same file.
 * @returns the path from `cwd`, as a command takes it
 */
export const writeCase = async (given: Case, cwd: string): Promise<string> => {
  const text = `${JSON.stringify(given, null, 2)}\n`
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 6)
  const path = join(folder, `${inFileName(given.finding?.rule ?? 'case')}-${hash}.json`)
  await writeWhole(resolve(cwd, path), text)
  return path
}
