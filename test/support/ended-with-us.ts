import type { ChildProcess } from 'node:child_process'

const living = new Set<ChildProcess>()
process.once('exit', () => {
  for (const one of living) one.kill('SIGKILL')
})

/** Has a process end with this one at the latest, also where a test fails before it ends what it began. */
export const endedWithUs = <T extends ChildProcess>(child: T): T => {
  living.add(child)
  child.once('exit', () => living.delete(child))
  return child
}
