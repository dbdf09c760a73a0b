import { PlayheadError, shown } from '../world/error.ts'
import { nearest } from '../world/nearest.ts'
import type { Vendor } from './define.ts'
import { vendors } from './index.ts'

/**
 * The vendor of an id.
 * @param act what was to be done with it: how the error begins
 * @param among every vendor there is; the registry where left out
 * @throws PlayheadError `unknown-vendor`, naming the nearest
 * @example vendorNamed('quo', 'Cannot connect').name // 'Quo'
 */
export const vendorNamed = (id: string, act: string, among: readonly Vendor[] = vendors): Vendor => {
  const found = among.find((vendor) => vendor.id === id)
  if (found) return found
  const known = among.map((vendor) => vendor.id)
  throw new PlayheadError({
    code: 'unknown-vendor',
    act: `${act}: there is no vendor ${shown(id)}`,
    cure: `Did you mean ${nearest(id, known)}? There are ${known.join(', ')}.`,
  })
}
