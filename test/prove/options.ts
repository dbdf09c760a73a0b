import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { onlyKnown, whole } from '../../bench/command-line.ts'
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

const wholeIf = (text: string | undefined, name: string): number | undefined =>
  text === undefined ? undefined : whole(text, name)

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
  onlyKnown(values.only, known, 'run the part')
  return {
    form: values.short ? 'short' : values.long ? 'long' : 'full',
    only: values.only,
    seeds: wholeIf(values.seeds, 'seeds'),
    workers: wholeIf(values.workers, 'workers') ?? availableParallelism(),
    resume: values.resume,
  }
}
