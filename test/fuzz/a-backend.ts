import { nodeHasher } from '../../mocks/node-hash.ts'
import { type Backend, createBackend } from '../../mocks/sandboxes.ts'
import { memoryStore } from '../../mocks/stores/memory.ts'
import { draw } from '../../mocks/world/seed.ts'
import type { World } from '../../mocks/world/world.ts'

/** When the backends under test begin, by real time, which stands still. */
export const startedAt = 1_769_850_000_000

/** A backend that is the same each time, and keeps little: what is kept is full soon, and a growth is one. */
export const aBackend = (world?: World): Backend => {
  let drawn = 0
  return createBackend({
    origins: { api: 'http://127.0.0.1:4010', storage: 'http://127.0.0.1:4011' },
    store: memoryStore({ journalEntries: 50, sandboxes: 20 }),
    real: () => startedAt,
    random: (bytes) => {
      const { below } = draw(++drawn, 'random')
      return Uint8Array.from({ length: bytes }, () => below(256))
    },
    hasher: nodeHasher,
    ...(world ? { start: { world } } : {}),
  })
}

/** The path and query of a link, as it was handed out. */
export const pathIn = (link: string): string => link.slice(link.indexOf('/', 'https://'.length))
