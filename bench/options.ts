import { parseArgs } from 'node:util'
import { onlyKnown, whole } from './command-line.ts'

/** What the command was told. */
export interface Told {
  /** The benches to run; all where empty. */
  readonly only: readonly string[]
  readonly rounds: number
  readonly json: boolean
}

/** Below this a median says little; far above it nothing more. */
const fewestRounds = 5
const mostRounds = 100

/**
 * Reads the arguments of `npm run bench -- [--only NAME]… [--rounds n] [--json]`.
 * @throws RangeError, TypeError for what it does not know
 */
export const optionsFrom = (argv: readonly string[], known: readonly string[]): Told => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: String(fewestRounds) },
      json: { type: 'boolean', default: false },
    },
  })
  onlyKnown(values.only, known, 'run the bench')
  const rounds = whole(values.rounds, 'rounds', { least: fewestRounds, most: mostRounds })
  return { only: values.only, rounds, json: values.json }
}
