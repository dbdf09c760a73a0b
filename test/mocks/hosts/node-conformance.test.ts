import { startServer } from '../../../mocks/hosts/node.ts'
import { conform } from './conformance.ts'

conform('the HTTP server', async (options) => {
  const { url, backend, close } = await startServer({ ...options, port: 0 })
  return { backend, close, baseUrl: (vendor) => `${url}/${vendor}` }
})
