import { vendors } from '../../mocks/vendors/index.ts'

/** An id that is well formed at a vendor and stands for no call. */
export const unknownId = (vendor: string): string =>
  vendors.find(({ id }) => id === vendor)?.ids.of('0'.repeat(32)) ?? ''
