import { vendors } from '../../../mocks/vendors/index.ts'

/** Where a vendor really answers. */
export const realBaseUrl = (id: string): string => {
  const vendor = vendors.find((one) => one.id === id)
  if (!vendor) throw new Error(`There is no vendor ${id}`)
  return vendor.origin
}
