import type { Refusal, Vendor } from '../vendors/define.ts'
import type { Account } from '../world/account.ts'
import { headerOf, type WireRequest } from '../world/exchange.ts'
import type { Instant } from '../world/instant.ts'
import { keyOf } from '../world/lookup.ts'
import { valueAt } from '../world/timeline.ts'
import type { World } from '../world/world.ts'

/** Who asks, or why nobody is let in. A vendor without credentials lets everybody see every account's calls. */
export type Admission =
  | { readonly account: Account | undefined; readonly key: string | undefined }
  | { readonly refusal: Refusal }

/** The key a request carries in the vendor's own header and form, if it does. */
export const presentedKey = (vendor: Vendor, request: WireRequest): string | undefined => {
  if (!vendor.credential) return undefined
  const { header, scheme } = vendor.credential
  const value = request.headers[header]
  if (value === undefined || value === '') return undefined
  if (scheme === undefined) return value
  return value.toLowerCase().startsWith(`${scheme.toLowerCase()} `)
    ? value.slice(scheme.length + 1).trim()
    : ''
}

/** Judges the credential of a request at an instant. */
export const admit = (world: World, vendor: Vendor, request: WireRequest, now: Instant): Admission => {
  if (!vendor.credential) return { account: undefined, key: undefined }
  const value = presentedKey(vendor, request)
  if (value === undefined) return { refusal: { kind: 'unauthorized', why: 'missing' } }
  const held = keyOf(world, vendor.id, value)
  if (!held) return { refusal: { kind: 'unauthorized', why: 'wrong' } }
  const state = valueAt(held.key.state, now)
  if (state === 'forbidden') return { refusal: { kind: 'forbidden' } }
  if (state !== 'valid') return { refusal: { kind: 'unauthorized', why: state } }
  return mayName(held.account, organizationIn(vendor, request))
    ? { account: held.account, key: value }
    : { refusal: { kind: 'forbidden' } }
}

/** The organisation a request names, if it does. */
const organizationIn = ({ credential }: Vendor, request: WireRequest): string | undefined =>
  credential?.organization === undefined ? undefined : headerOf(request, credential.organization)

/** To name none is always fine; an account that lists none is not asked. */
const mayName = ({ organizations }: Account, named: string | undefined): boolean =>
  named === undefined || named === '' || (organizations?.includes(named) ?? true)
