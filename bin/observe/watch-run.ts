import { watch } from 'node:fs'
import { resolve } from 'node:path'
import { type ObserveOptions, observe } from '../../contracts/drivers/observe.ts'
import type { Finding } from '../../contracts/report.ts'
import type { Painter } from '../../contracts/reporters/paint.ts'
import { findingText } from '../../contracts/reporters/text.ts'
import { readTraffic } from './read-traffic.ts'

/** What a run is watched with. */
export interface WatchOptions {
  readonly cwd: string
  readonly judged: Omit<ObserveOptions, 'run'>
  readonly paint: Painter
  /** Aborted when nobody wants to watch any more. */
  readonly signal: AbortSignal
  readonly err: (text: string) => void
}

/** How often the file is looked at where nothing says that it changed, in milliseconds. */
const everyMs = 1000

/** Rings when a file may have changed. */
const bellOf = (file: string, signal: AbortSignal) => {
  let ring = (): void => {}
  let rung = true
  const changed = (): void => {
    rung = true
    ring()
  }
  // Some file systems tell nothing: then the timer alone does.
  const watcher = watch(file, { persistent: false }, changed).on('error', () => {})
  const timer = setInterval(changed, everyMs)
  signal.addEventListener('abort', changed)
  return {
    next: async (): Promise<void> => {
      if (!rung)
        await new Promise<void>((resolved) => {
          ring = resolved
        })
      rung = false
    },
    close: (): void => {
      watcher.close()
      clearInterval(timer)
      signal.removeEventListener('abort', changed)
    },
  }
}

/**
 * Follows a run while it is recorded, and tells each rule once that is seen to be broken. Ends when the recording does, or
 * when it is told to.
 */
export const watchRun = async (
  file: string,
  { cwd, judged, paint, signal, err }: WatchOptions,
): Promise<void> => {
  const told = new Set<string>()
  const nameOf = ({ rule, vendor }: Finding): string => `${vendor} ${rule}`
  let length = -1
  let run = await readTraffic(file, cwd)
  const bell = bellOf(resolve(cwd, file), signal)
  err(`Watching ${file}: what is broken is told as it is seen.`)
  try {
    while (!run.ended && !signal.aborted) {
      await bell.next()
      run = await readTraffic(file, cwd)
      if (run.lines.length === length) continue
      length = run.lines.length
      for (const finding of observe({ run, ...judged }).report.findings) {
        if (told.has(nameOf(finding))) continue
        told.add(nameOf(finding))
        err(findingText(finding, { paint }))
      }
    }
  } finally {
    bell.close()
  }
}
