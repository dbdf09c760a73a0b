import { broken } from '../broken-client.ts'
import type { Kept } from '../policy.ts'

class Unforgetting extends Map<string, Kept> {
  override delete(): boolean {
    return false
  }
}

/** Keeps answers in a store that takes nothing out before its time. */
export const cannotForget = broken('cannot-forget', {
  caughtBy: 'believe-storage-over-the-clock',
  vendors: ['osvi', 'envoy', 'feather'],
  alsoBreaks: ['refresh-when-the-url-has-died', 'retry-only-what-may-pass'],
  wrong: { shelf: () => new Unforgetting() },
  right: { shelf: () => new Map() },
})
