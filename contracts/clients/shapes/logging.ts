import { toIso } from '../../../mocks/world/instant.ts'
import type { Bench } from '../../client.ts'

const fine = new Set(['playable', 'downloaded', 'replies'])

/** Hands an outcome on, and logs the id and the time where it is none to be glad of. */
export const logging =
  (bench: Bench) =>
  async <O extends { readonly kind: string }>(id: string, work: Promise<O>): Promise<O> => {
    const outcome = await work
    if (!fine.has(outcome.kind)) bench.log(`${toIso(bench.now())} ${id}: ${outcome.kind}`)
    return outcome
  }
