import { formatDuration } from '../../mocks/world/duration.ts'
import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { readHistory } from './reading/reading.ts'
import { wakingIn } from './reading/waking.ts'
import { look, pass, segment, witness } from './witness.ts'

/** More different recordings than Quo lets one key ask for at once. */
const many = Array.from({ length: 12 }, (_, index) => `c${index + 1}`)

export const stayWithinTheQuota = defineRule({
  id: 'stay-within-the-quota',
  level: 'should',
  vendors: ['quo'],
  needs: ['wire', 'waits', 'concurrency'],
  watched: 'asks',
  says: "A burst of calls stays within the vendor's published rate per key.",
  basis: [{ vendor: 'quo', from: 'elsewhere', quote: '10 requests per second per API key' }],
  since: '1.0.0',
  witness: (vendor) =>
    // Just before a second of the clock ends: whoever counts by these asks twice as often as it may.
    witness(vendor, [pass(900), ...many.map((call) => look({ call, overlap: true })), { do: 'settle' }], {
      calls: many.map((ref) => ({ ref, segments: [segment()] })),
    }),
  judge: (history) => {
    const { exchanges, vendor } = readHistory(history)
    const { limit, windowMs } = vendor.rateLimit ?? { limit: Number.POSITIVE_INFINITY, windowMs: 0 }
    const waking = wakingIn(history)
    const asked = exchanges.filter(({ sent, account }) => sent.role === 'api' && account !== undefined)
    // Who never waits can only pass on what it is asked.
    const waiting = new Set(asked.flatMap(({ account, sentEvent }) => (waking.has(sentEvent) ? account : [])))
    const bursts = [...waiting].flatMap((key) => {
      const mine = asked.filter(({ account }) => account === key)
      return mine.flatMap((last, index) => {
        const first = mine[index - limit]
        if (!first) return []
        // Whose clock is set meanwhile cannot tell how long ago it was.
        const between = history.events.slice(first.sentEvent, last.sentEvent)
        return between.some(({ kind }) => kind === 'skewed') ? [] : { first, last }
      })
    })
    return judging(bursts, ({ first, last }) => {
      const tookMs = last.sent.at - first.sent.at
      return (
        tookMs < windowMs && {
          event: last.sentEvent,
          what: `with one key it asked ${limit + 1} times in ${formatDuration(tookMs)}`,
          allowed: `at most ${limit} requests in ${formatDuration(windowMs)}, or \`rate-limited\` without asking`,
        }
      )
    })
  },
})
