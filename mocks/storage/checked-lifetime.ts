import { PlayheadError, shown } from '../world/error.ts'

/** A week, in seconds: the longest life a signed URL can have. */
export const longestLifetime = 604_800

/** Refuses a lifetime that no URL can state. @throws PlayheadError `bad-link-lifetime` */
export const checkedLifetime = (seconds: number): number => {
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= longestLifetime) return seconds
  throw new PlayheadError({
    code: 'bad-link-lifetime',
    act: `Cannot sign a link that lives for ${shown(seconds)} seconds`,
    cure: `Give whole seconds between 0 and ${longestLifetime}, which is a week.`,
  })
}
