import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readAskedRequest } from '../../../contracts/run/asked-request.ts'

const url = 'https://vendor.example/v1/call/a/recording'

it('reads headers as the Fetch standard does, however plain they are', async () => {
  const names = fc.constantFrom('accept', 'range', 'x-api-key', 'X-Api-Key', 'API-Token', 'b3', '7')
  const values = fc.constantFrom('', 'a', ' padded ', 'two words', 'bytes=0-', 'Bearer k3y', '\u00e9')
  await fc.assert(
    fc.asyncProperty(fc.dictionary(names, values), async (headers) => {
      const { headers: read } = await readAskedRequest(url, { headers })
      expect(Object.entries(read)).toEqual(Object.entries(Object.fromEntries(new Headers(headers))))
    }),
  )
})

it('refuses headers that no request can have, and a URL that is none', async () => {
  await expect(readAskedRequest(url, { headers: { 'a b': 'c' } })).rejects.toThrow(TypeError)
  await expect(readAskedRequest(url, { headers: { a: 'b\nc' } })).rejects.toThrow(TypeError)
  await expect(readAskedRequest('no url')).rejects.toThrow('Failed to parse URL from no url')
})
