import { parseArgs } from 'node:util'
import { whole } from '../../bench/command-line.ts'

/** What the command was told. */
export interface Told {
  readonly minutes: number
  readonly clients: number
  readonly seed: number
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
    minutes: whole(values.minutes, 'minutes', { most: 1440 }),
    clients: whole(values.clients, 'clients', { most: 1000 }),
    seed: whole(values.seed, 'seed', { most: 0x7fff_ffff }),
  }
}
