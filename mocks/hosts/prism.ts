import type { Fallback, Understood } from '../sandboxes/fallback.ts'
import type { Session } from '../session.ts'
import { isPreflight } from '../simulator/cors.ts'
import type { Vendor } from '../vendors/define.ts'
import { pathOnly, type Route, routeOf } from '../vendors/route.ts'
import { PlayheadError, shown } from '../world/error.ts'
import type { WireRequest, WireResponse } from '../world/exchange.ts'
import { askPrism } from './prism/ask-prism.ts'
import type { Found } from './prism/document-operations.ts'
import type { Prism } from './prism/load-prism.ts'
import { askedOf, oneOperation } from './prism/one-operation.ts'
import { pass } from './prism/pass.ts'
import { type Preference, preferenceOf } from './prism/preference.ts'
import { checkPromised } from './prism/promised.ts'
import { type VendorDocument, vendorDocument } from './prism/vendor-document.ts'
import { widePreflight } from './prism/wide-preflight.ts'

/** Where the vendors' documents come from, by the vendor's id; each is read once, when it is first needed. */
export type DocumentSources = Readonly<Record<string, () => Promise<unknown>>>

/** How documents are answered from. */
export interface PrismOptions {
  /** Loads Prism. @default imports @stoplight/prism-http */
  readonly load?: () => Promise<Prism>
}

/** A request that one document has an operation for. */
interface Documented extends Found {
  readonly vendor: Vendor
  readonly document: VendorDocument
}

/**
 * Answers from the vendors' OpenAPI documents, through Prism: the operations that the simulator does not know, and any
 * operation where the header Prefer asks for it (`code=404`, `example=NAME`, `dynamic=true`). Keys, quotas,
 * disturbances and the clock are the session's, as everywhere.
 * @example await startServer({ fallback: prism({ quo: async () => JSON.parse(await readFile('quo.json', 'utf8')) }) })
 */
export const prism = (sources: DocumentSources, { load }: PrismOptions = {}): Fallback => {
  const documents = new Map(Object.entries(sources).map(([id, read]) => [id, vendorDocument(id, read, load)]))

  const findIn = async (vendor: Vendor, { method, path }: WireRequest): Promise<readonly Documented[]> => {
    const document = documents.get(vendor.id)
    const local = path.startsWith(`/${vendor.id}/`) ? path.slice(vendor.id.length + 1) : path
    const found = document && (await document.finder())(method, local)
    return document && found ? [{ ...found, vendor, document }] : []
  }

  /** A document that cannot be used matters only where no other has the path. */
  const find = async (vendors: readonly Vendor[], request: WireRequest): Promise<Documented | undefined> => {
    const asked = await Promise.allSettled(vendors.map((vendor) => findIn(vendor, request)))
    const [found, other] = asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
    if (found && other) throw ambiguous(request, found.vendor, other.vendor)
    const failed = asked.find((one) => one.status === 'rejected')
    if (!found && failed && !(vendors.length > 1 && isUnreadable(failed.reason))) throw failed.reason
    return found
  }

  const documented = async (
    vendors: readonly Vendor[],
    request: WireRequest,
    route: Route | undefined,
    preference: Preference | undefined,
  ): Promise<Understood | undefined> => {
    const named = route?.vendor ?? vendors.find(({ id }) => request.path.startsWith(`/${id}/`))
    const found = await find(named ? [named] : vendors, request)
    if (found) {
      const { as, answer } = understood(found, request, preference ?? {})
      // Where a route of the simulator is meant, what was minted is found as always.
      return route ? { answer } : { as, answer }
    }
    if (route?.operation.method === request.method) throw notInDocument(request, route.vendor)
    return undefined
  }

  return {
    understand: (vendors, request) => {
      if (isPreflight(request)) return widePreflight
      const preference = preferenceOf(request)
      const route = routeOf(vendors, request.path)
      const known = route !== undefined && route.operation.method === request.method
      return known && !preference ? undefined : documented(vendors, request, route, preference)
    },
  }
}

/** Where documents cannot be read for want of a package, a path that means nothing is still only that. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof PlayheadError && error.code === 'missing-package'

const understood = (
  documented: Documented,
  request: WireRequest,
  preference: Preference,
): Required<Understood> => {
  const { vendor, document, operation, path } = documented
  const one = oneOperation(vendor, operation, path)
  const named = `${operation.method} ${operation.path} of ${vendor.id}`
  const answer = (request: WireRequest, session: Session): Promise<WireResponse> =>
    pass(one, request, session, async ({ seed }) => {
      const served = await document.served(operation)
      checkPromised(served.operation, preference, named)
      return askPrism(served.prism, {
        named,
        operation: served.operation,
        request: { ...request, path },
        preference,
        seed: `${seed} ${operation.id} ${path}`,
      })
    })
  return { as: { vendor: one.vendor, request: askedOf(one.vendor, request) }, answer }
}

const ambiguous = ({ method, path }: WireRequest, one: Vendor, other: Vendor): PlayheadError =>
  new PlayheadError({
    code: 'ambiguous-route',
    act: `Cannot ${method} ${shown(pathOnly(path))}: the documents of ${one.id} and ${other.id} both have it`,
    cure: `Put the vendor before it: /${one.id}${pathOnly(path)}`,
  })

const notInDocument = ({ method, path }: WireRequest, { id }: Vendor): PlayheadError =>
  new PlayheadError({
    code: 'not-in-document',
    act: `Cannot answer ${method} ${shown(pathOnly(path))} as preferred: the document of ${id} has no such operation`,
    cure: 'Leave the header Prefer out, or bring a document that has it.',
  })
