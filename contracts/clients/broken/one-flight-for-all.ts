import type { Outcome } from '../../../mocks/world/outcome.ts'
import { broken } from '../broken-client.ts'
import { flights } from '../flights.ts'
import { sharedByAccount } from '../shared-by-account.ts'

const open = () => flights<Outcome>(true)

/** Shares a question with whoever asks the same at the same time, whichever account asks it. */
export const oneFlightForAll = broken('one-flight-for-all', {
  caughtBy: 'keep-accounts-apart',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['say-what-was-told'],
  wrong: { questions: sharedByAccount(() => 'all', open) },
  right: { questions: sharedByAccount(({ credentials }) => Object.values(credentials).join(), open) },
  steps: 5,
})
