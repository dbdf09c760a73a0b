import { getHttpOperationsFromSpec } from '@stoplight/prism-http'
import {
  validateInput,
  validateOutput,
  validateSecurity,
} from '@stoplight/prism-http/dist/validator/index.js'
import type { WireRequest, WireResponse } from '../../mocks/world/exchange.ts'
import { loadSpecification } from '../../specs/tools/load.ts'

type PrismOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number]

/** What Prism objects to, one sentence each. None: it accepts. */
export type Violations = readonly string[]

/** Prism, judging by a vendor's document with our corrections. It shares no code with our own validation. */
export interface Referee {
  judgeRequest(operationId: string, request: WireRequest): Violations
  judgeResponse(operationId: string, response: WireResponse): Violations
}

interface Diagnostic {
  readonly message: string
}

const objections = (
  verdict: { readonly _tag: string; readonly left?: readonly Diagnostic[] } | { readonly _tag: 'Right' },
): Violations => ('left' in verdict && verdict.left ? verdict.left.map(({ message }) => message) : [])

/** A body as Prism's own HTTP client hands it to its validator. */
const bodyOf = ({ headers, body }: WireResponse): unknown => {
  const text = typeof body === 'string' && body !== '' ? body : undefined
  return text !== undefined && /json/i.test(headers['content-type'] ?? '') ? JSON.parse(text) : text
}

/** What cannot even be read (a body that is no JSON, a media type that is none) is refused as well. */
const refusingWhatThrows = (judge: () => Violations): Violations => {
  try {
    return judge()
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** Reads a vendor's document and lets Prism judge by it. */
export const referee = async (vendorId: string): Promise<Referee> => {
  // Prism resolves references in place, and YAML aliases are shared: give it a document of its own.
  const document: object = JSON.parse(JSON.stringify(loadSpecification(vendorId).overlaid))
  const operations = await getHttpOperationsFromSpec(document)
  const operationOf = (operationId: string): PrismOperation => {
    const found = operations.find(({ iid }) => iid === operationId)
    if (!found) throw new Error(`Prism knows no ${operationId} of ${vendorId}`)
    return found
  }
  return {
    judgeRequest: (operationId, { method, path, headers }) => {
      const resource = operationOf(operationId)
      // Servers' base paths are none of Prism's concern here: a vendor's own path follows its name.
      const url = { path: path.replace(`/${vendorId}/`, '/'), query: {} }
      if (method.toLowerCase() !== resource.method) return [`${operationId} is no ${method}`]
      const element = { method: resource.method as 'get', url, headers: { ...headers } }
      return [
        ...objections(validateInput({ resource, element })),
        ...objections(validateSecurity({ resource, element })),
      ]
    },
    // An undocumented status outside 2xx is a mere warning to Prism; its severity is not looked at, so it counts.
    judgeResponse: (operationId, response) =>
      refusingWhatThrows(() =>
        objections(
          validateOutput({
            resource: operationOf(operationId),
            element: {
              statusCode: response.status,
              headers: { ...response.headers },
              body: bodyOf(response),
            },
          }),
        ),
      ),
  }
}
