import type { WireRequest } from '../world/exchange.ts'
import type { World } from '../world/world.ts'
import type { Operation, Vendor } from './define.ts'

/** The headers that carry a key in the vendor's own form; none where it asks for none. */
export const keyHeaders = (
  { credential }: Vendor,
  key: string = credential?.defaultKey ?? '',
): Readonly<Record<string, string>> =>
  credential ? { [credential.header]: credential.scheme ? `${credential.scheme} ${key}` : key } : {}

/** The key that a world's account `default` has at a vendor; the vendor's own default where the world gives it none. */
export const ownKey = ({ accounts }: World, { id, credential }: Vendor): string =>
  accounts.find((account) => account.id === 'default')?.keys.find(({ vendor }) => vendor === id)?.value ??
  credential?.defaultKey ??
  ''

/** The path that asks a vendor for an id, below the vendor's own name. */
export const pathFor = (vendor: Vendor, operation: Operation, id: string): string =>
  `/${vendor.id}${operation.path.replace(/\{[^}]+\}/, () => encodeURIComponent(id))}`

/** One question to a vendor, asked as a good client asks it. */
export const ask = (
  vendor: Vendor,
  operation: Operation,
  id: string,
  headers: Readonly<Record<string, string>> = keyHeaders(vendor),
): WireRequest => ({ method: 'GET', path: pathFor(vendor, operation, id), headers })
