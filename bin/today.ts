import { PlayheadError, shown } from '../mocks/world/error.ts'
import { fromIso } from '../mocks/world/instant.ts'
import type { CommandContext } from './command.ts'
import { textOf } from './text-of.ts'

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
