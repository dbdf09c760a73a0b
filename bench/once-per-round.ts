/** Does work at most once a round, whichever of the figures that come of it is asked for first. */
export const oncePerRound = <T>(work: (nth: number) => Promise<T>): ((nth: number) => Promise<T>) => {
  let done: { readonly nth: number; readonly result: Promise<T> } | undefined
  return (nth) => {
    if (done?.nth !== nth) done = { nth, result: work(nth) }
    return done.result
  }
}
