import { describe, expect, it } from 'vitest'
import { answerIntercepted, realOrigins, wireRequestOf } from '../../../mocks/hosts/fetch.ts'
import { createBackend } from '../../../mocks/sandboxes.ts'

describe('a request that is intercepted', () => {
  it.each([
    ['https://api.osvi.ai/v1/a%20b?c=d%2Fe&f', '/v1/a%20b?c=d%2Fe&f'],
    ['https://api.osvi.ai', '/'],
    ['https://api.osvi.ai/x#y', '/x'],
    ['https://api.osvi.ai/x?a#b?c', '/x?a'],
  ])('%s has the path %s', (url, path) => {
    expect(wireRequestOf(new Request(url, { headers: { 'API-Token': 'k' } }))).toEqual({
      method: 'GET',
      path,
      headers: { host: 'api.osvi.ai', 'api-token': 'k' },
    })
  })

  it('is answered where a vendor or storage stands, and nowhere else', async () => {
    const backend = createBackend({ origins: realOrigins })
    const asked = async (url: string) => (await answerIntercepted(backend, new Request(url)))?.status
    expect(await asked('https://api.osvi.ai/nothing')).toBe(404)
    expect(await asked(`${realOrigins.storage}/nothing/here`)).toBe(403)
    expect(await asked('https://example.com/v1/call/x/recording')).toBeUndefined()
    expect(await asked('http://api.osvi.ai/v1/call/x/recording')).toBeUndefined()
  })
})
