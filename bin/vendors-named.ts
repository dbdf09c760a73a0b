import type { Vendor } from '../mocks/vendors/define.ts'
import { vendors } from '../mocks/vendors/index.ts'
import { PlayheadError, shown } from '../mocks/world/error.ts'
import { nearest } from '../mocks/world/nearest.ts'

/** The vendors of a list such as `quo,osvi`, or `all`, in the registry's order. @throws PlayheadError `unknown-vendor` */
export const vendorsNamed = (list: string): readonly Vendor[] => {
  if (list === 'all') return vendors
  const names = list.split(',').map((name) => name.trim())
  const known = vendors.map(({ id }) => id)
  for (const name of names)
    if (!known.includes(name))
      throw new PlayheadError({
        code: 'unknown-vendor',
        act: `Cannot find the vendor ${shown(name)}`,
        cure: `Did you mean ${nearest(name, known)}? There are ${known.join(', ')}, and all.`,
      })
  return vendors.filter(({ id }) => names.includes(id))
}
