import { readFileSync } from 'node:fs'

/** A file of /proc, or nothing where the process has ended or the system has no such thing. */
export const told = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/** A process and all that it has begun, as far as the system tells. */
export const familyOf = (pid: number): readonly number[] => {
  const children = told(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number)
  return [pid, ...children.flatMap(familyOf)]
}
