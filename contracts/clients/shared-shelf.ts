import type { Bench } from '../client.ts'
import type { Kept, Policy } from './policy.ts'

/** One shelf for all clients of a run that are of one account, as that is told apart. */
export const sharedShelf = (accountOf: (bench: Bench) => string): Policy['shelf'] => {
  const shelves = new WeakMap<object, Map<string, Map<string, Kept>>>()
  return (bench) => {
    const ofRun = shelves.get(bench.fetch) ?? new Map<string, Map<string, Kept>>()
    const account = accountOf(bench)
    const shelf = ofRun.get(account) ?? new Map<string, Kept>()
    shelves.set(bench.fetch, ofRun.set(account, shelf))
    return shelf
  }
}
