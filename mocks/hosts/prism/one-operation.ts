import type { Encoded, Operation, Vendor } from '../../vendors/define.ts'
import type { WireRequest } from '../../world/exchange.ts'
import type { DocumentOperation } from './document-operations.ts'

/** The fault that stands for what a document has to say; no other fault is this object. */
const word = { type: 'by-document', message: 'is said by the document' }

/** What every vendor's ids can be where no call is asked for. */
const wordless = { of: () => '', digitsOf: () => undefined, faultOf: () => word }

/** A vendor that knows one operation of its document, and has still to be told what to say. */
export interface OneOperation {
  readonly vendor: Vendor
  /** Hands over what the document says, for the vendor to say it where nothing else comes first. */
  tell(words: Encoded): void
  /** Whether it has said so. */
  spoke(): boolean
}

/**
 * A vendor that knows nothing but one operation of its document: so the simulator judges the key, counts quotas and
 * disturbs as it does with its own operations, and only what is left to say is the document's.
 * @param path what a refusal may repeat of the question
 */
export const oneOperation = (vendor: Vendor, asked: DocumentOperation, path: string): OneOperation => {
  const [first] = vendor.operations
  const operation: Operation = { id: asked.id, method: 'GET', path: '/{anything}', asks: 'recording' }
  const documented = Object.fromEntries(
    asked.codes.map((code) => [code, { contentType: 'application/json', schema: {} }]),
  )
  let told: Encoded | undefined
  let spoken = false
  return {
    vendor: {
      ...vendor,
      ids: wordless,
      operations: [operation],
      responses: { [asked.id]: documented },
      encode: (said, question) => {
        spoken = told !== undefined && said.kind === 'invalid-request' && said.fault === word
        return spoken && told
          ? told
          : vendor.encode(said, { ...question, operation: first ?? operation, id: path })
      },
    },
    tell: (words) => {
      told = words
    },
    spoke: () => spoken,
  }
}

/** A request in the words of that one operation. */
export const askedOf = (vendor: Vendor, { headers }: WireRequest): WireRequest => ({
  method: 'GET',
  path: `/${vendor.id}/anything`,
  headers,
})
