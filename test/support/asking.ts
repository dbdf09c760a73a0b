import type { Setting } from '../../mocks/simulator.ts'
import { ask, keyHeaders } from '../../mocks/vendors/ask.ts'
import type { Answered, Operation, Vendor } from '../../mocks/vendors/define.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import type { WireRequest, WireResponse } from '../../mocks/world/exchange.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import { localPlace } from '../../mocks/world/place.ts'
import type { World } from '../../mocks/world/world.ts'

/** All vendors, under the name that `test.each` shows. */
export const eachVendor = vendors.map((vendor) => [vendor.id, vendor] as const)

/** The vendors that ask for a key: what concerns accounts does not concern the others. */
export const keyedVendors = eachVendor.filter(([, { credential }]) => credential !== undefined)

/** A world at an instant, as the local server sees it. */
export const settingOf = (world: World, now: Instant, sandbox = 'default'): Setting => ({
  world,
  now,
  vendors,
  place: { ...localPlace, sandbox },
})

/** The operation of a vendor that asks for something, its first where it has no such one. */
export const operationOf = ({ operations }: Vendor, asks: Operation['asks'] = 'recording'): Operation => {
  const operation = operations.find((one) => one.asks === asks) ?? operations[0]
  if (!operation) throw new Error('A vendor has an operation')
  return operation
}

/** A request for an id with a good key. */
export const asking = (
  vendor: Vendor,
  id: string,
  headers = keyHeaders(vendor),
  operation = operationOf(vendor),
): WireRequest => ask(vendor, operation, id, headers)

/** A request for a URL that was handed out. The raw path: `new URL` would spell it anew. */
export const fetching = (url: string, headers: Readonly<Record<string, string>> = {}): WireRequest => ({
  method: 'GET',
  path: url.slice(url.indexOf('/', 'https://'.length)),
  headers,
})

/** The text of a response; '' where it has none. */
export const textOf = ({ body }: WireResponse): string => (typeof body === 'string' ? body : '')

/** A response as a client reads it. */
export const answeredBy = (response: WireResponse): Answered => ({
  status: response.status,
  headers: response.headers,
  body: textOf(response),
})
