import type { Instant } from '../world/instant.ts'
import type { StorageWorld } from './flavour.ts'

/** What has become of the session that a token in a URL names; a URL without one leans on none. */
export const sessionAt = (
  world: StorageWorld,
  token: string | undefined,
  now: Instant,
): 'going-on' | 'ended' | 'unknown' => {
  const ended = token === undefined ? undefined : world.sessionEndedAt?.(token)
  if (ended === 'unknown') return 'unknown'
  return ended !== undefined && now >= ended ? 'ended' : 'going-on'
}
