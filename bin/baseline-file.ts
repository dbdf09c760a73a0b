import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Baseline, parseBaseline } from '../contracts/baseline.ts'
import { writeWhole } from '../specs/tools/write-whole.ts'
import { readJson } from './read-json.ts'

/** Where known failures are kept unless another file is named. */
export const usualBaseline = 'playhead.baseline.json'

/** Whether there is a baseline yet. */
export const isThere = (file: string, cwd: string): boolean => existsSync(resolve(cwd, file))

/** Reads a baseline. @throws PlayheadError `unreadable-file`, `malformed-json`, `bad-baseline` */
export const readBaseline = async (file: string, cwd: string): Promise<Baseline> =>
  parseBaseline(await readJson(file, cwd))

/** Writes a baseline, whole or not at all. */
export const writeBaseline = (file: string, baseline: Baseline, cwd: string): Promise<void> =>
  writeWhole(resolve(cwd, file), `${JSON.stringify(baseline, null, 2)}\n`)
