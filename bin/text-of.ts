import { PlayheadError, shown } from '../mocks/world/error.ts'
import type { CommandValues } from './command.ts'

/** The value of an option, where one was given. */
export const textOf = (values: CommandValues, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** Whether an option without a value was given. */
export const isOn = (values: CommandValues, name: string): boolean => values[name] === true

/** The whole numbers an option takes, both ends included. */
export interface NumberRange {
  readonly least: number
  readonly most: number
}

/** The value of an option as a whole number. @throws PlayheadError `bad-number` */
export const numberOf = (
  values: CommandValues,
  name: string,
  { least, most }: NumberRange,
): number | undefined => {
  const text = textOf(values, name)
  if (text === undefined) return undefined
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new PlayheadError({
    code: 'bad-number',
    act: `Cannot use --${name} ${shown(text)}`,
    cure: `Give a whole number from ${least} to ${most}.`,
  })
}
