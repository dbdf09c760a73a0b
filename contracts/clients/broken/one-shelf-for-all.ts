import { broken } from '../broken-client.ts'
import type { Kept, Policy } from '../policy.ts'

const shelves = new WeakMap<object, Map<string, Kept>>()

/** One shelf for every account of one run. */
const shared: Policy['shelf'] = (bench) => {
  const shelf = shelves.get(bench.fetch) ?? new Map<string, Kept>()
  shelves.set(bench.fetch, shelf)
  return shelf
}

/** Keeps what it was told in one place for all accounts. */
export const oneShelfForAll = broken('one-shelf-for-all', {
  caughtBy: 'keep-accounts-apart',
  vendors: ['osvi', 'envoy', 'feather'],
  alsoBreaks: ['say-what-was-told'],
  wrong: { shelf: shared },
  right: { shelf: () => new Map() },
})
