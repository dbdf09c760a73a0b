import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { redirectTarget } from './reading/exchange.ts'
import { readHistory } from './reading/reading.ts'
import { secretIn } from './reading/secrets.ts'
import { look, trouble, witness } from './witness.ts'

export const dropTheKeyOnRedirect = defineRule({
  id: 'drop-the-key-on-redirect',
  level: 'must',
  vendors: ['osvi', 'envoy', 'feather'],
  needs: ['wire'],
  watched: 'requests',
  says: 'A redirect to another origin loses every vendor key header, custom ones too.',
  basis: [
    { quote: 'Measured: fetch drops Authorization across origins but forwards API-Token and x-api-key.' },
  ],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [trouble({ kind: 'redirect', to: 'other-origin' }, 1), look()]),
  judge: (history) => {
    const { exchanges, vendor } = readHistory(history)
    const leaving = exchanges.filter((exchange) => {
      const target = redirectTarget(exchange)
      return exchange.sent.role === 'api' && target !== undefined && !target.startsWith('{api}')
    })
    return judging(leaving, (redirect) => {
      const next = exchanges.find(({ follows }) => follows === redirect)
      const secret = next && secretIn(next, vendor)
      return (
        next !== undefined &&
        secret !== undefined && {
          event: next.sentEvent,
          what: `it took ${secret} along to another origin`,
          allowed: 'the same request without it, or none',
        }
      )
    })
  },
})
