import { broken } from '../broken-client.ts'
import { sharedShelf } from '../shared-shelf.ts'

/** Keeps what it was told in one place for all accounts. */
export const oneShelfForAll = broken('one-shelf-for-all', {
  caughtBy: 'keep-accounts-apart',
  vendors: ['osvi', 'envoy', 'feather'],
  alsoBreaks: ['say-what-was-told'],
  wrong: { shelf: sharedShelf(() => 'all') },
  right: { shelf: () => new Map() },
})
