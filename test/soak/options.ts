import { parseArgs } from 'node:util'

/** What the command was told. */
export interface Told {
  readonly minutes: number
  readonly clients: number
  readonly seed: number
}

const whole = (text: string, name: string, most: number): number => {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0 && value <= most) return value
  throw new RangeError(`Cannot take --${name} ${text}: give a whole number from 1 to ${most}.`)
}

/**
 * Reads the arguments of `npm run soak -- [--minutes n] [--clients n] [--seed n]`.
 * @throws RangeError, TypeError for what it does not know
 */
export const optionsFrom = (argv: readonly string[]): Told => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      minutes: { type: 'string', default: '10' },
      clients: { type: 'string', default: '64' },
      seed: { type: 'string', default: '20260131' },
    },
  })
  return {
    minutes: whole(values.minutes, 'minutes', 1440),
    clients: whole(values.clients, 'clients', 1000),
    seed: whole(values.seed, 'seed', 0x7fff_ffff),
  }
}
