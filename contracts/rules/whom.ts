import { vendors } from '../../mocks/vendors/index.ts'

/** Every vendor of the registry, by id. */
export const everyVendor: readonly string[] = vendors.map(({ id }) => id)

/** The vendors that ask for a key. */
export const keyedVendors: readonly string[] = vendors
  .filter(({ credential }) => credential !== undefined)
  .map(({ id }) => id)

/** All of Voqo's wire is assumed, so nothing it does can be more than advice. */
export const assumedWire: readonly string[] = ['voqo']
