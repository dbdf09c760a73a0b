import { familyOf, told } from './family.ts'

/** Reads the memory that is really held out of /proc/PID/status, in MB. */
export const megabytesIn = (status: string): number =>
  (Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) * 1024) / 1_000_000

/** How much memory a process and all it began hold, in MB; NaN where the system does not tell. */
export const rssOf = (pid: number): number =>
  familyOf(pid).reduce((sum, one) => sum + megabytesIn(told(one, 'status')), 0)
