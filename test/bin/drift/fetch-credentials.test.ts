import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { fetchText } from '../../../bin/drift/fetch-text.ts'

const { signal } = new AbortController()

test('a name and a password in an address are sent as such, and shown nowhere', async () => {
  const server = createServer(({ url, headers: { authorization = '' } }, response) => {
    const [, told = ''] = authorization.split(' ')
    if (url === '/gone?key=hush') response.writeHead(404).end()
    else response.end(Buffer.from(told, 'base64').toString())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  expect(await fetchText(`http://me:h%40sh@127.0.0.1:${port}/page`, signal)).toBe('me:h@sh')
  await expect(fetchText(`http://me:hush@127.0.0.1:${port}/gone?key=hush`, signal)).rejects.toMatchObject({
    act: `Cannot fetch http://127.0.0.1:${port}/gone?…: it answered 404`,
  })
  server.close()
  server.closeAllConnections()
})

test.each(['http://me:%zz@127.0.0.1/hush', 'http://me:hush@127.0.0.1:99999/hush'])(
  'an address that is none is shown as little: %s',
  async (address) => {
    const error: unknown = await fetchText(address, signal).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'unreachable-document' })
    expect(String(error)).not.toMatch(/me:|%zz@|hush@/)
  },
)
