import { PlayheadError } from '../../world/error.ts'
import { checkedDocument } from './checked-document.ts'
import { type DocumentOperation, type Finder, finderOf } from './document-operations.ts'
import { loadPrism, type Prism, type PrismOperation } from './load-prism.ts'

/** A vendor's document, read when it is first asked for, and given to Prism when it first has to answer. */
export interface VendorDocument {
  /** @throws PlayheadError `bad-document`, `remote-reference`, `document-too-large`, and what reading it throws */
  readonly finder: () => Promise<Finder>
  /** @throws PlayheadError `missing-peer`, `bad-document` */
  readonly served: (operation: DocumentOperation) => Promise<{ prism: Prism; operation: PrismOperation }>
}

/** Does something once, on first use; a failure is remembered as well, since the same document fails again. */
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const unserved = (vendor: string, cause: unknown): PlayheadError =>
  new PlayheadError({
    code: 'bad-document',
    act: `Cannot answer from the document of ${vendor}: ${cause instanceof Error ? cause.message.split('\n')[0] : 'Prism refuses it'}`,
    cure: 'Mend it; `npx @stoplight/spectral-cli lint` finds most faults.',
    cause,
  })

/** Prism would call what a document names as a callback; nothing is sent to anybody here. */
const withoutCallbacks = ({ callbacks: _, ...operation }: PrismOperation): PrismOperation => operation

/** @param read gives the document as it is, trusted in nothing */
export const vendorDocument = (
  vendor: string,
  read: () => Promise<unknown>,
  load?: () => Promise<Prism>,
): VendorDocument => {
  const checked = once(async () => checkedDocument(vendor, await read()))
  const finder = once(async () => finderOf(await checked()))
  const operations = once(async () => {
    const prism = await loadPrism(load)
    try {
      const listed = await prism.getHttpOperationsFromSpec(await checked())
      return { prism, listed: listed.map(withoutCallbacks) }
    } catch (cause) {
      throw unserved(vendor, cause)
    }
  })
  return {
    finder,
    served: async ({ method, path }) => {
      const { prism, listed } = await operations()
      const operation = listed.find((one) => one.method.toUpperCase() === method && one.path === path)
      if (!operation) throw unserved(vendor, new Error(`Prism does not know ${method} ${path}`))
      return { prism, operation }
    },
  }
}
