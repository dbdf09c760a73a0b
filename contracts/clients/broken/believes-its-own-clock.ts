import { broken } from '../broken-client.ts'

/** Holds an instant that the vendor told against its own clock, however wrong that is. */
export const believesItsOwnClock = broken('believes-its-own-clock', {
  caughtBy: 'a-skewed-clock-still-plays',
  vendors: ['envoy'],
  wrong: { aheadMs: () => 0 },
})
