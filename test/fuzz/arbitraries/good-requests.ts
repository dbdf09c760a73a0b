import fc from 'fast-check'
import { fixedIds, refs } from '../../../mocks/scenarios/refs.ts'
import { ask } from '../../../mocks/vendors/ask.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import type { WireRequest } from '../../../mocks/world/exchange.ts'

const all: readonly WireRequest[] = vendors.flatMap((vendor) =>
  vendor.operations.flatMap((operation) =>
    refs.map((ref) => ask(vendor, operation, fixedIds(ref)[vendor.id] ?? ref)),
  ),
)

/** What a good client asks of the default world. */
export const goodRequests = (): fc.Arbitrary<WireRequest> => fc.constantFrom(...all)
