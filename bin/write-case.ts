import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Case } from '../contracts/case.ts'

const folder = '.playhead'

/**
 * Writes a case under `.playhead/`, whole or not at all; its name tells the rule and what is in it, so that the same case
 * is the same file.
 * @returns the path from `cwd`, as a command takes it
 */
export const writeCase = async (given: Case, cwd: string): Promise<string> => {
  const text = `${JSON.stringify(given, null, 2)}\n`
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 6)
  const path = join(folder, `${given.finding?.rule ?? 'case'}-${hash}.json`)
  const file = resolve(cwd, path)
  await mkdir(resolve(cwd, folder), { recursive: true })
  const unfinished = `${file}.${process.pid}.tmp`
  await writeFile(unfinished, text)
  await rename(unfinished, file)
  return path
}
