import { type Usage, unused } from '../world/usage.ts'
import type { Forgotten } from './define.ts'

/** What stays counted when a change of state has something forgotten. */
export const usageWithout = (usage: Usage, forgotten: Forgotten): Usage => {
  if (forgotten.usage) return unused
  const { arrivals = [] } = forgotten
  if (arrivals.length === 0) return usage
  return {
    accepted: usage.accepted,
    arrivals: Object.fromEntries(Object.entries(usage.arrivals).filter(([id]) => !arrivals.includes(id))),
  }
}
