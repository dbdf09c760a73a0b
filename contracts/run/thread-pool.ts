import { createHook } from 'node:async_hooks'

/**
 * Work that node does off its main thread and answers by a callback: hashing, random bytes, files, names. A request of
 * node's HTTP client, or of undici's, is called like it and is none: it waits on a wire.
 */
const offThread = /(?<!^(?:HTTPCLIENT|UNDICI_))REQUEST$|^FSREQ|^GETADDRINFOREQWRAP$/

const pending = new Set<number>()
let watching = false

/**
 * How much work of the whole process is under way in node's thread pool. Watching begins with the first call, so call
 * it before the work begins.
 */
export const pendingThreadPoolWork = (): number => {
  if (!watching) {
    watching = true
    // Without promises, of which there are far too many: node 24 knows the option, older ones ignore it.
    const hooks = {
      trackPromises: false,
      init: (id: number, type: string): void => {
        if (offThread.test(type)) pending.add(id)
      },
      after: (id: number): void => {
        pending.delete(id)
      },
      destroy: (id: number): void => {
        pending.delete(id)
      },
    }
    createHook(hooks).enable()
  }
  return pending.size
}
