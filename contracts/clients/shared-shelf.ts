import type { Bench } from '../client.ts'
import type { Kept, Policy } from './policy.ts'
import { sharedByAccount } from './shared-by-account.ts'

/** One shelf for all clients of a run that are of one account, as that is told apart. */
export const sharedShelf = (accountOf: (bench: Bench) => string): Policy['shelf'] =>
  sharedByAccount(accountOf, () => new Map<string, Kept>())
