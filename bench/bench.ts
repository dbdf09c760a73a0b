/** What a contender has to reach: a figure in its unit, or so many times its peer's. */
export type Target =
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly timesAtLeast: number }
  | { readonly timesAtMost: number }

/** One thing that is measured. */
export interface Contender {
  readonly name: string
  /** `cases/s` and the like where more is better, `s` where less is. */
  readonly unit: string
  /**
   * Does a fixed amount of work once, and says how fast that was.
   * @param nth the round, counted up from 0 with the one that counts for nothing: figures of one piece of work share it so
   */
  readonly round: (nth: number) => Promise<number>
  /** The contender of the same bench that it is compared with. */
  readonly against?: string
  readonly target?: Target
  /** Why it cannot be measured here, such as a program that is not installed. Then it is only told of. */
  readonly missing?: string
}

/** Contenders that are measured in turn, round by round, so that whatever else the machine does meets them alike. */
export interface Bench {
  readonly name: string
  readonly contenders: () => Promise<readonly Contender[]>
  /** Ends what was begun for the contenders, however the rounds went. @throws Error where they were not what they seem */
  readonly end?: () => Promise<void>
}

/** How many times something is done in a second, measured while it is done so often, one after another. */
export const perSecond = async (times: number, act: (nth: number) => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  for (let nth = 0; nth < times; nth++) await act(nth)
  return (times * 1000) / (performance.now() - began)
}
