import type { Bench } from '../client.ts'

/** One thing for all clients of a run that are of one account, as that is told apart. */
export const sharedByAccount = <T>(
  accountOf: (bench: Bench) => string,
  make: () => T,
): ((bench: Bench) => T) => {
  const byRun = new WeakMap<object, Map<string, T>>()
  return (bench) => {
    const ofRun = byRun.get(bench.fetch) ?? new Map<string, T>()
    const account = accountOf(bench)
    const mine = ofRun.get(account) ?? make()
    byRun.set(bench.fetch, ofRun.set(account, mine))
    return mine
  }
}
