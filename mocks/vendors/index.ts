import type { Vendor } from './define.ts'
import { envoy } from './envoy.ts'
import { feather } from './feather.ts'
import { osvi } from './osvi.ts'
import { quo } from './quo.ts'
import { voqo } from './voqo.ts'

/** The vendors that Playhead brings along, in the order tables show them. */
export const ownVendors: readonly Vendor[] = [quo, osvi, envoy, feather, voqo]

const registry: Vendor[] = [...ownVendors]

/** The registry: every vendor Playhead speaks; those from outside the tree come last. */
export const vendors: readonly Vendor[] = registry

/** Makes a vendor from outside the tree known; one of the same id from outside takes the place of the earlier. */
export const enterVendor = (vendor: Vendor): void => {
  const known = registry.findIndex(({ id }, index) => id === vendor.id && index >= ownVendors.length)
  registry.splice(known === -1 ? registry.length : known, known === -1 ? 0 : 1, vendor)
}
