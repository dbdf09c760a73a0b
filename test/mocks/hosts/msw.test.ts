import { setupServer } from 'msw/node'
import { describe, expect, it } from 'vitest'
import { realOrigins } from '../../../mocks/hosts/fetch.ts'
import { handlers } from '../../../mocks/hosts/msw.ts'
import { startServer } from '../../../mocks/hosts/node.ts'
import { createBackend } from '../../../mocks/sandboxes.ts'
import { conform } from './conformance.ts'
import { realBaseUrl } from './intercepted.ts'

conform('MSW', (options) => {
  const backend = createBackend({ ...options, origins: realOrigins })
  const server = setupServer(...handlers(backend))
  server.listen({ onUnhandledFrame: 'error' })
  return { backend, close: () => server.close(), baseUrl: realBaseUrl }
})

describe('the MSW host', () => {
  it('answers under a former name of a vendor as well', async () => {
    const server = setupServer(...handlers(createBackend({ origins: realOrigins })))
    server.listen({ onUnhandledFrame: 'error' })
    const asked = fetch('https://api.openphone.com/v1/call-recordings/ACabsent', {
      headers: { authorization: 'playhead-quo' },
    })
    expect(await (await asked).json()).toEqual({ data: [] })
    server.close()
  })

  it('leaves every other origin alone', async () => {
    const elsewhere = await startServer({ port: 0 })
    const server = setupServer(...handlers(createBackend({ origins: realOrigins })))
    server.listen({ onUnhandledFrame: 'bypass' })
    const response = await fetch(`${elsewhere.url}/__playhead/health`)
    server.close()
    await elsewhere.close()
    expect(response.status).toBe(200)
  })
})
