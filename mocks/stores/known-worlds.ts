import type { World } from '../world/world.ts'

/** A world, and the version of the state it came with. */
export interface Known {
  readonly version: number
  readonly world: World
}

/** Worlds as they stand in a store, as long as somebody has them in hand. */
export interface KnownWorlds {
  readonly of: (sandbox: string) => Known | undefined
  readonly set: (sandbox: string, version: number, world: World) => void
  readonly delete: (sandbox: string) => void
}

/** Names remembered; others are dropped elsewhere without a word, in a store that is shared. */
const mostKnown = 10_000

/**
 * Remembers which world stands where: a large one is neither written nor read again with each turn of a clock. Held
 * weakly, since a store may have thousands of them.
 */
export const openKnownWorlds = (): KnownWorlds => {
  const known = new Map<string, { readonly version: number; readonly world: WeakRef<World> }>()
  return {
    of: (sandbox) => {
      const found = known.get(sandbox)
      const world = found?.world.deref()
      return found && world && { version: found.version, world }
    },
    set: (sandbox, version, world) => {
      known.delete(sandbox)
      const [oldest] = known.keys()
      if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest)
      known.set(sandbox, { version, world: new WeakRef(world) })
    },
    delete: (sandbox) => {
      known.delete(sandbox)
    },
  }
}
