import { readdirSync, readFileSync } from 'node:fs'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}

const threadsOf = (pid: string): readonly string[] => {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

/** Asleep until something happens, or stopped, or a child that has ended: neither running, nor waiting its turn or for a disk. */
const isAsleep = (stat: string, isChild: boolean): boolean =>
  (isChild ? /^[STtZXI]/ : /^[STtI]/).test(stat.slice(stat.lastIndexOf(')') + 2))

/** Whether this system tells what other processes do. */
export const tellsOfProcesses = threadsOf('self').some(
  (thread) => read(`/proc/self/task/${thread}/schedstat`) !== '',
)

/**
 * What the kernel knows of a process and all that come of it, where every thread sleeps: how often and how long each has
 * run. The same mark twice means that nothing has run in between, however slow the machine; so it needs no patience.
 * `undefined` where something runs, or waits its turn, or the process has ended.
 */
export const restingMark = (pid: number | string, isChild = false): string | undefined => {
  const parts: string[] = []
  const threads = threadsOf(String(pid))
  if (!isChild && threads.length === 0) return undefined
  for (const thread of threads) {
    const task = `/proc/${pid}/task/${thread}`
    if (!isAsleep(read(`${task}/stat`), isChild)) return undefined
    parts.push(`${thread}:${read(`${task}/schedstat`)}`)
    for (const child of read(`${task}/children`).split(' ').filter(Boolean)) {
      const mark = restingMark(child, true)
      if (mark === undefined) return undefined
      parts.push(mark)
    }
  }
  return parts.join()
}
