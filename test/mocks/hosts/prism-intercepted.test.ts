import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { realOrigins } from '../../../mocks/hosts/fetch.ts'
import { handlers } from '../../../mocks/hosts/msw.ts'
import { prism } from '../../../mocks/hosts/prism.ts'
import { aBackend } from '../a-backend.ts'
import { aDocument } from './prism/a-document.ts'

const { backend } = aBackend({ origins: realOrigins, fallback: prism({ quo: async () => aDocument() }) })
const network = setupServer(...handlers(backend))
beforeAll(() => network.listen())
afterAll(() => network.close())

// Interception hands bodies on to nobody, so that operations which take one are for the HTTP server alone.
test('MSW in node answers from a document as well', async () => {
  const headers = { authorization: 'playhead-quo', prefer: 'example=long' }
  const response = await fetch('https://api.quo.com/v1/notes/7', { headers })
  expect([response.status, response.headers.get('preference-applied')]).toEqual([200, 'example="long"'])
  expect(await response.json()).toMatchObject({ id: 2 })
})
