import type { Vendor } from '../../mocks/vendors/define.ts'

/** Every field that some schemas name anywhere. */
export const fieldsIn = (schema: unknown): ReadonlySet<string> => {
  if (typeof schema !== 'object' || schema === null) return new Set()
  const own = 'properties' in schema ? Object.keys(schema.properties ?? {}) : []
  return new Set([...own, ...Object.values(schema).flatMap((inner) => [...fieldsIn(inner)])])
}

const documented = new WeakMap<Vendor, ReadonlySet<string>>()

const fieldsOf = (vendor: Vendor): ReadonlySet<string> => {
  const known = documented.get(vendor) ?? fieldsIn(vendor.responses)
  documented.set(vendor, known)
  return known
}

/** Whether a JSON value has a field that the vendor's document does not name. */
export const hasNewField = (vendor: Vendor, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ((!Array.isArray(value) && Object.keys(value).some((name) => !fieldsOf(vendor).has(name))) ||
    Object.values(value).some((inner) => hasNewField(vendor, inner)))
