import { withoutPrefix } from '../sandboxes/address.ts'
import { pathOnly } from '../vendors/route.ts'
import type { WireRequest } from '../world/exchange.ts'
import type { ControlResponse } from './define.ts'
import type { Token } from './token.ts'
import { wrongToken } from './untrusted.ts'

const root = '/__playhead'

/**
 * Takes the token out of the deck's address and gives the browser a cookie for it, which scripts cannot read and which no
 * other site can have sent; the address that stays behind holds no secret.
 * @param api the origin under which the deck is reached
 * @returns nothing where the address is not the deck's, or has no token in it
 * @throws PlayheadError `bad-sandbox`, `wrong-token`
 */
export const deckLogin = (
  { method, path: raw }: WireRequest,
  token: Token,
  api: string,
): ControlResponse | undefined => {
  const { prefix, path } = withoutPrefix(raw)
  const page = pathOnly(path)
  if (method !== 'GET' || (page !== root && page !== `${root}/`)) return undefined
  const query = new URLSearchParams(path.slice(page.length))
  const presented = query.get('token')
  if (presented === null) return undefined
  if (!token.fits(presented)) throw wrongToken()
  query.delete('token')
  const { name, value } = token.cookie
  const kept = query.size === 0 ? '' : `?${query}`
  return {
    status: 303,
    headers: {
      // Relative, so that a sandbox's prefix stays.
      location: `${page === root ? '__playhead/' : './'}${kept}`,
      'set-cookie': [
        `${name}=${value}`,
        `Path=${prefix}${root}`,
        'HttpOnly',
        'SameSite=Strict',
        ...(api.startsWith('https:') ? ['Secure'] : []),
      ].join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body: '',
  }
}
