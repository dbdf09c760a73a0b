import { anchored } from '../world/anchor.ts'
import type { Instant } from '../world/instant.ts'
import { parseWorld, type World } from '../world/world.ts'
import { defaultAccounts, publishedTerms } from './default.ts'

/**
 * Reads a world that somebody wrote by hand: instants may be relative to the start, and what no
 * world of ours is without, accounts and the published terms of keeping, is filled in.
 * @throws PlayheadError `bad-world`, `bad-instant`, `bad-duration`
 * @example customWorld({ calls: [{ ref: 'c1', segments: [{ id: 's1', status: 'completed' }] }] }, start)
 */
export const customWorld = (json: unknown, start: Instant): World => {
  const placed = anchored(json, start)
  const plain = typeof placed === 'object' && placed !== null && !Array.isArray(placed) ? placed : undefined
  return parseWorld(plain ? { accounts: defaultAccounts(), retention: publishedTerms(), ...plain } : placed)
}
