import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Baseline, parseBaseline } from '../contracts/baseline.ts'
import { PlayheadError, shown } from '../mocks/world/error.ts'
import { fromIso } from '../mocks/world/instant.ts'
import type { CommandContext } from './command.ts'
import { readJson } from './read-json.ts'
import { textOf } from './text-of.ts'
import { writeWhole } from './write-whole.ts'

/** Where known failures are kept unless another file is named. */
export const usualBaseline = 'playhead.baseline.json'

/** What `--today` says of itself. */
export const todayOption = {
  type: 'string',
  value: 'DATE',
  help: 'The day that until dates are judged by (the real one).',
} as const

/** The day an entry's `until` is judged by: the only thing here that depends on a calendar, so it can be given. */
export const todayOf = (values: CommandContext['values']): string => {
  const text = textOf(values, 'today') ?? new Date().toISOString().slice(0, 10)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && fromIso(text) !== undefined) return text
  throw new PlayheadError({
    code: 'bad-date',
    act: `Cannot use --today ${shown(text)}`,
    cure: 'Give a day, such as 2027-01-31.',
  })
}

/** Whether there is a baseline yet. */
export const isThere = (file: string, cwd: string): boolean => existsSync(resolve(cwd, file))

/** Reads a baseline. @throws PlayheadError `unreadable-file`, `malformed-json`, `bad-baseline` */
export const readBaseline = async (file: string, cwd: string): Promise<Baseline> =>
  parseBaseline(await readJson(file, cwd))

/** Writes a baseline, whole or not at all. */
export const writeBaseline = (file: string, baseline: Baseline, cwd: string): Promise<void> =>
  writeWhole(resolve(cwd, file), `${JSON.stringify(baseline, null, 2)}\n`)
