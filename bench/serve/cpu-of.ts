import { familyOf, told } from './family.ts'

/** What Linux counts a process's time in, on every architecture that node runs on. */
const ticksPerSecond = 100

/** Reads user and system time out of a line of /proc/PID/stat, in seconds. The program's name in it may hold anything. */
export const secondsIn = (stat: string): number => {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** How much time a process and all it began have had of the cores, in seconds; NaN where the system does not tell. */
export const cpuOf = (pid: number): number =>
  familyOf(pid).reduce((sum, one) => sum + secondsIn(told(one, 'stat')), 0)
