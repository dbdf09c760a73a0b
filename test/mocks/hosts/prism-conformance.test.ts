import { startServer } from '../../../mocks/hosts/node.ts'
import { prism } from '../../../mocks/hosts/prism.ts'
import { conform } from './conformance.ts'
import { pinned } from './prism/a-server.ts'

conform('the HTTP server with the vendors’ documents beside it', async (options) => {
  const { url, backend, close } = await startServer({ ...options, port: 0, fallback: prism(pinned) })
  return { backend, close, baseUrl: (vendor) => `${url}/${vendor}` }
})
