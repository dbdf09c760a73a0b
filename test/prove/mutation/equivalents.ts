import type { Equivalent } from './equivalent.ts'
import { equivalentsOfClients } from './equivalents-of-clients.ts'
import { equivalentsOfRules } from './equivalents-of-rules.ts'
import { equivalentsOfTransfers } from './equivalents-of-transfers.ts'
import { equivalentsOfWaiting } from './equivalents-of-waiting.ts'
import { equivalentsOfWorld } from './equivalents-of-world.ts'

/** Lines of which a mutant may live, by the reason: of the reference clients, of the rules and of the world. */
export const equivalents: readonly Equivalent[] = [
  ...equivalentsOfClients,
  ...equivalentsOfTransfers,
  ...equivalentsOfWaiting,
  ...equivalentsOfRules,
  ...equivalentsOfWorld,
]
