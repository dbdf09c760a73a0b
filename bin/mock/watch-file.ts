import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** How long a file must lie still before it is looked at: editors write in several steps. */
const stillMs = 50

/**
 * Tells when a file has changed, however it is saved: its folder is watched, since many editors write another file and
 * rename it. One look at a time, and one more where something changed meanwhile.
 * @param look is called after a change; it must not throw
 * @returns what ends the watching, and waits for a look under way
 * @throws what `fs.watch` throws, where the platform watches no more folders
 */
export const watchFile = (path: string, look: () => Promise<void>): (() => Promise<void>) => {
  const name = basename(path)
  let looking = Promise.resolve()
  let waiting: NodeJS.Timeout | undefined
  const watcher = watch(dirname(path), { persistent: false }, (_event, changed) => {
    if (changed !== null && changed !== name) return
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      looking = looking.then(look)
    }, stillMs)
  })
  // A folder that is deleted under the watcher ends it; the mock goes on.
  watcher.on('error', () => watcher.close())
  return async () => {
    clearTimeout(waiting)
    watcher.close()
    await looking
  }
}
