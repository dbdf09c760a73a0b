import type { BrokenClient } from './broken-client.ts'
import { brokenByName } from './index.ts'

/** All clients that are wrong on purpose, loaded: for tests and proofs, which want each of them. */
export const brokenClients: readonly BrokenClient[] = await Promise.all(
  Object.values(brokenByName).map((load) => load()),
)
