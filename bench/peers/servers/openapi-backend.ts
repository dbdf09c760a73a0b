import { createServer, type ServerResponse } from 'node:http'
import { imported } from './imported.ts'
import { told } from './told.ts'

interface Context {
  readonly operation: { readonly operationId: string }
}

interface Api {
  init(): Promise<unknown>
  mockResponseForOperation(id: string): { readonly status: number; readonly mock: unknown }
  handleRequest(
    request: { method: string; path: string; headers: object },
    response: ServerResponse,
  ): Promise<unknown>
}

type Handler = (context: Context, response: ServerResponse) => void

const { OpenAPIBackend } = await imported<{
  OpenAPIBackend: new (options: {
    definition: string
    quick: boolean
    handlers: Record<string, Handler>
  }) => Api
}>('openapi-backend')

const send = (response: ServerResponse, status: number, value: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

const api = new OpenAPIBackend({
  definition: told.document,
  quick: true,
  handlers: {
    notImplemented: ({ operation }, response) => {
      const { status, mock } = api.mockResponseForOperation(operation.operationId)
      send(response, status, mock)
    },
    notFound: (_, response) => send(response, 404, { error: 'not found' }),
    validationFail: (_, response) => send(response, 400, { error: 'invalid' }),
  },
})
await api.init()

createServer((request, response) => {
  const { method = 'GET', url: path = '/', headers } = request
  void api.handleRequest({ method, path, headers }, response)
}).listen(told.port, '127.0.0.1')
