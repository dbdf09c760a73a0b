import type { History } from '../../history.ts'

/**
 * The requests that nothing but the client's own waiting can have started, as indices of their events: at their instant
 * nobody had asked it anything yet, and nothing had reached it.
 */
export const wakingIn = ({ events }: History): ReadonlySet<number> => {
  const waking = new Set<number>()
  let movedAt: number | undefined
  for (const [index, event] of events.entries()) {
    if (event.kind === 'asked' || event.kind === 'received' || event.kind === 'settled') movedAt = event.at
    if (event.kind === 'sent' && event.at !== movedAt) waking.add(index)
  }
  return waking
}
