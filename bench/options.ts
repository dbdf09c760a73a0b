import { parseArgs } from 'node:util'

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
  const stranger = values.only.find((name) => !known.includes(name))
  if (stranger !== undefined)
    throw new RangeError(`Cannot run the bench ${stranger}: there are ${known.join(', ')}.`)
  const rounds = Number(values.rounds)
  if (!(Number.isInteger(rounds) && rounds >= fewestRounds && rounds <= mostRounds))
    throw new RangeError(
      `Cannot run ${values.rounds} rounds: give a whole number from ${fewestRounds} to ${mostRounds}.`,
    )
  return { only: values.only, rounds, json: values.json }
}
