import { parseArgs } from 'node:util'
import { onlyKnown, whole } from '../../bench/command-line.ts'

/** What the command was told. */
export interface Told {
  readonly inputs: number
  readonly seed: number
  /** The targets to run; all where empty. */
  readonly only: readonly string[]
  /** Where one input of one target begins, as a fault names it. */
  readonly path: string | undefined
}

/**
 * Reads the arguments of `npm run fuzz -- [--inputs n] [--seed n] [--only target]… [--path p]`.
 * @throws RangeError, TypeError for what it does not know
 */
export const optionsFrom = (argv: readonly string[], known: readonly string[]): Told => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      inputs: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '20260131' },
      only: { type: 'string', multiple: true, default: [] },
      path: { type: 'string' },
    },
  })
  onlyKnown(values.only, known, 'fuzz')
  if (values.path !== undefined && values.only.length !== 1)
    throw new RangeError('Cannot take --path alone: name its target with --only, once, and its --seed.')
  return {
    inputs: whole(values.inputs, 'inputs'),
    seed: whole(values.seed, 'seed'),
    only: values.only,
    path: values.path,
  }
}
