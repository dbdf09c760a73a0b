import { call } from '../../mocks/world/recording.ts'
import { unused } from '../../mocks/world/usage.ts'
import { plainAccounts, worldStart } from '../arbitraries/worlds.ts'
import { type Case, caseVersion } from '../case.ts'
import { catalogueVersion } from '../catalogue-version.ts'
import type { History } from '../history.ts'

/** The simplest question there is: one recording, ready, asked for once. */
export const smokeCase = (vendor: string): Case => ({
  playhead: caseVersion,
  rules: catalogueVersion,
  vendors: [vendor],
  world: {
    seed: 1,
    accounts: plainAccounts(),
    calls: [call('c1', { segments: [{ id: 's1', status: 'completed' }] })],
    disturbances: [],
    lifetimes: {},
    quotas: true,
  },
  usage: unused,
  steps: [{ do: 'ask', op: 'look', call: 'c1' }],
  clock: { at: worldStart, skewMs: 0 },
  seed: 1,
})

/** What a client did with the simplest question, in words; `undefined` where it answered it rightly. */
export const smokeIn = ({ events }: History): string | undefined => {
  const requests = events.filter(({ kind }) => kind === 'sent').length
  const asked = `after ${requests === 1 ? 'one request' : requests === 0 ? 'no request at all' : `${requests} requests`}`
  for (const event of events) {
    if (event.kind === 'hung') return `it never answered, ${asked}`
    if (event.kind !== 'answered') continue
    if (event.error) return `it threw ${event.error.name}: ${event.error.message}, ${asked}`
    return event.outcome?.kind === 'playable' ? undefined : `it answered "${event.outcome?.kind}", ${asked}`
  }
  return 'it was never asked'
}
