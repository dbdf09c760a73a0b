import type { Vendor } from '../../../mocks/vendors/define.ts'
import type { Exchange } from './exchange.ts'

/** Headers that say who asks, whoever the vendor is. */
const identifying = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'api-token',
  'x-api-key',
  'x-organization-id',
])

/** What a request carries that only the vendor's API may see, by name; `undefined` where there is nothing. */
export const secretIn = ({ sent }: Exchange, vendor: Vendor): string | undefined => {
  const header = Object.entries(sent.headers).find(
    ([name, value]) => identifying.has(name) || name === vendor.credential?.header || value.includes('{key:'),
  )
  if (header) return `the header ${header[0]}`
  return sent.path.includes('{key:') ? 'the key in its URL' : undefined
}
