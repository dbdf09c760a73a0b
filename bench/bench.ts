/** One thing that is measured. */
export interface Contender {
  readonly name: string
  /** `cases/s` and the like where more is better, `s` where less is. */
  readonly unit: string
  /** Does a fixed amount of work once, and says how fast that was. */
  readonly round: () => Promise<number>
  /** The contender of the same bench that it is compared with. */
  readonly against?: string
  /** What it has to reach, in its unit. */
  readonly target?: { readonly atLeast: number } | { readonly atMost: number }
}

/** Contenders that are measured in turn, round by round, so that whatever else the machine does meets them alike. */
export interface Bench {
  readonly name: string
  readonly contenders: () => Promise<readonly Contender[]>
}

/** How many times something is done in a second, measured while it is done so often, one after another. */
export const perSecond = async (times: number, act: (nth: number) => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  for (let nth = 0; nth < times; nth++) await act(nth)
  return (times * 1000) / (performance.now() - began)
}
