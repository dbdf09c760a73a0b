import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * The ask that the running code belongs to, as node follows it through promises. It is never written into a history,
 * which must be the same where it cannot be followed; it only serves to cut the loose ends of a client that hangs.
 */
export const owner = new AsyncLocalStorage<string>()
