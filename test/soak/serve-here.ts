import { type ServerOptions, startServer } from '../../mocks/hosts/node.ts'
import { memoryStore } from '../../mocks/stores/memory.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import { heapInUse } from '../fuzz/heap.ts'
import type { Served } from './served.ts'

/** Few enough that a journal is full soon: what grows then grows for ever. */
const bounds = { journalEntries: 500 }

/** A server on two free ports, whose sandboxes all begin at one instant and stand still. */
export const serveHere = async (start: Instant, options: ServerOptions = {}): Promise<Served> => {
  const crashes: string[] = []
  const server = await startServer({
    port: 0,
    store: memoryStore(bounds),
    start: { at: start, freeze: true },
    onCrash: (error) => crashes.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    ...options,
  })
  return {
    url: server.url,
    heap: async () => heapInUse(),
    crashes: async () => crashes,
    close: () => server.close(),
  }
}
