import type { Vendor } from '../../mocks/vendors/define.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import type { Bench } from '../client.ts'
import type { Policy } from './policy.ts'

/** Resolves when the next request may go out. @throws the signal's reason */
export type Turn = (signal: AbortSignal) => Promise<void>

/** Opens the pace of one key: everything that is asked with it takes its turn here. */
export const openPace = (bench: Bench, policy: Policy, { rateLimit }: Vendor): Turn => {
  let sent: readonly Instant[] = []
  return async (signal) => {
    if (!rateLimit) return
    for (;;) {
      const now = bench.now()
      const wait = policy.paceMs(rateLimit, sent, now)
      if (wait <= 0) {
        sent = [...sent, now].slice(-rateLimit.limit)
        return
      }
      await bench.sleep(wait, signal)
      signal.throwIfAborted()
    }
  }
}
