import type { Progress } from '../contracts/verify.ts'
import { formatDuration } from '../mocks/world/duration.ts'
import type { CommandContext } from './command.ts'

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const rate = (done: number, ms: number): number => Math.round((done * 1000) / Math.max(1, ms))

/** Real time as it is told: whole seconds are enough. */
const seconds = (ms: number): string => formatDuration(Math.round(ms / 1000) * 1000).replace(/^0 ms$/, '0 s')

/** One line of progress: `osvi  312/549 cases, 130/s, 2 s left  final-is-final`. @param ms how long the vendor took so far */
export const progressLine = ({ vendor, done, of, doing, rule, broken }: Progress, ms: number): string =>
  [
    vendor,
    `${done}/${of} cases, ${rate(done, ms)}/s, ${seconds((ms / Math.max(1, done)) * (of - done))} left`,
    ...(doing === 'shrinking' ? [`looking for the smallest case of ${rule}`] : rule ? [rule] : []),
    ...(broken.length > 0 && doing !== 'shrinking' ? [`${plural(broken.length, 'rule')} broken`] : []),
  ].join('  ')

/** A line that is rewritten more often is not read better. */
const pauseMs = 100

/** Tells how far a verification has come: on a terminal as one line that is rewritten, elsewhere when a vendor is done. */
export const tellProgress = (
  { err, status }: Pick<CommandContext, 'err' | 'status'>,
  client: string,
  realNow: () => number = () => performance.now(),
): { readonly onProgress: (progress: Progress) => void; readonly end: () => void } => {
  let last: Progress | undefined
  let began = realNow()
  let told = Number.NEGATIVE_INFINITY
  const end = (): void => {
    status?.('')
    if (!last) return
    const ms = realNow() - began
    err(`${last.vendor}: ran ${plural(last.done, 'case')} in ${seconds(ms)}, ${rate(last.done, ms)}/s.`)
    last = undefined
  }
  const onProgress = (progress: Progress): void => {
    const now = realNow()
    if (last?.vendor !== progress.vendor) {
      end()
      began = now
      if (!status) err(`Verifying ${client} against ${progress.vendor}: ${plural(progress.of, 'case')} …`)
    }
    last = progress
    if (now - told < pauseMs && progress.doing !== 'shrinking') return
    told = now
    status?.(progressLine(progress, now - began))
  }
  return { onProgress, end }
}
