import { type PlayheadServer, startServer } from '../../../../mocks/hosts/node.ts'
import { type DocumentSources, type PrismOptions, prism } from '../../../../mocks/hosts/prism.ts'
import { vendors } from '../../../../mocks/vendors/index.ts'
import { loadSpecification } from '../../../../specs/tools/load.ts'
import { countingBytes, handClock } from '../../a-backend.ts'

/** The vendors' pinned documents, with our corrections. */
export const pinned: DocumentSources = Object.fromEntries(
  vendors.map(({ id }) => [id, async () => loadSpecification(id).overlaid]),
)

export const quoKey = { authorization: 'playhead-quo' }

/** A server that answers from documents, and what is asked of it, with Quo's key where nothing else is said. */
export interface DocumentServer extends PlayheadServer {
  ask(path: string, init?: RequestInit): Promise<Response>
  /** An answer as its status and what it says: an error's code, or the body. */
  told(path: string, init?: RequestInit): Promise<[number, unknown]>
  /** Vendor, operation and what was said, of each exchange. */
  journalled(sandbox?: string): Promise<readonly (readonly [unknown, unknown, unknown])[]>
}

export const openServer = async (
  sources: DocumentSources,
  options: PrismOptions = {},
): Promise<DocumentServer> => {
  const server = await startServer({
    port: 0,
    real: handClock().real,
    random: countingBytes(),
    fallback: prism(sources, options),
  })
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${server.url}${path}`, { headers: quoKey, ...init })
  return {
    ...server,
    ask,
    told: async (path, init) => {
      const response = await ask(path, init)
      const body: unknown = await response.json()
      return [response.status, response.headers.get('x-playhead-error') ?? body]
    },
    journalled: async (sandbox) =>
      (await server.backend.session(sandbox).journal()).map(
        ({ vendor, operation, said }) => [vendor, operation, said] as const,
      ),
  }
}
