import nock from 'nock'
import { afterAll, describe, expect, it } from 'vitest'
import { realOrigins } from '../../../mocks/hosts/fetch.ts'
import { intercept } from '../../../mocks/hosts/nock.ts'
import { createBackend } from '../../../mocks/sandboxes.ts'
import { conform } from './conformance.ts'
import { realBaseUrl } from './intercepted.ts'

// Nothing may leave this machine, even where an interception has been taken back.
nock.disableNetConnect()
afterAll(() => nock.restore())

conform('nock', (options) => {
  const backend = createBackend({ ...options, origins: realOrigins })
  const { restore } = intercept(backend)
  return { backend, close: restore, baseUrl: realBaseUrl }
})

describe('the nock host', () => {
  it('takes back its own interception, and no other', async () => {
    nock('https://other.example').get('/').reply(200, 'theirs')
    const { restore } = intercept(createBackend({ origins: realOrigins }))
    restore()
    expect(await (await fetch('https://other.example/')).text()).toBe('theirs')
    expect((await fetch(realBaseUrl('osvi'))).headers.get('x-playhead-error')).toBeNull()
    expect(nock.activeMocks()).toEqual([])
  })
})
