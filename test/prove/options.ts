import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { Form } from './part.ts'

/** What the command was told. */
export interface Told {
  readonly form: Form
  /** The parts to run; all where empty. */
  readonly only: readonly string[]
  readonly seeds: number | undefined
  readonly workers: number
  /** Takes parts that were measured on these very sources as they are. */
  readonly resume: boolean
}

const whole = (text: string | undefined, name: string): number | undefined => {
  if (text === undefined) return undefined
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new RangeError(`Cannot take --${name} ${text}: give a whole number from 1.`)
}

/**
 * Reads the arguments of `npm run prove -- [--short | --long] [--only part]… [--seeds n] [--workers n] [--resume]`.
 * @throws RangeError, TypeError for what it does not know
 */
export const optionsFrom = (argv: readonly string[], known: readonly string[]): Told => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      short: { type: 'boolean', default: false },
      long: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      seeds: { type: 'string' },
      workers: { type: 'string' },
      resume: { type: 'boolean', default: false },
    },
  })
  const stranger = values.only.find((name) => !known.includes(name))
  if (stranger !== undefined)
    throw new RangeError(`Cannot run the part ${stranger}: there are ${known.join(', ')}.`)
  return {
    form: values.short ? 'short' : values.long ? 'long' : 'full',
    only: values.only,
    seeds: whole(values.seeds, 'seeds'),
    workers: whole(values.workers, 'workers') ?? availableParallelism(),
    resume: values.resume,
  }
}
