import type { Answered } from '../../../mocks/vendors/define.ts'
import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** An answer without its Retry-After; a limit told in another way is still understood. */
const plain = ({ status, headers: { 'retry-after': _, ...headers } }: Answered): Answered => ({
  status,
  headers,
  body: '',
})

/** Waits as long as it likes, whatever Retry-After says. */
export const ignoresRetryAfter = broken('ignores-retry-after', {
  caughtBy: 'wait-as-told',
  vendors: ['envoy', 'feather'],
  wrong: {
    pauseMs: (failed, tries, now) => correct.pauseMs(failed === 'lost' ? failed : plain(failed), tries, now),
  },
})
