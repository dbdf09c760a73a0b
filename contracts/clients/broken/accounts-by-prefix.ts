import { broken } from '../broken-client.ts'
import { sharedShelf } from '../shared-shelf.ts'

/** Tells accounts apart by how what they send begins, which is `Bearer` for all. */
export const accountsByPrefix = broken('accounts-by-prefix', {
  caughtBy: 'keep-accounts-apart',
  vendors: ['envoy'],
  alsoBreaks: ['say-what-was-told'],
  wrong: { shelf: sharedShelf(({ credentials }) => Object.values(credentials).join().slice(0, 7)) },
  right: { shelf: sharedShelf(({ credentials }) => Object.values(credentials).join()) },
})
