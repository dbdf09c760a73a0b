import { broken } from '../broken-client.ts'

/** Asks storage with HEAD, to see first whether there is something. */
export const asksWithHead = broken('asks-with-head', {
  caughtBy: 'get-never-head',
  vendors: ['osvi'],
  wrong: { storageMethod: 'HEAD' },
})
