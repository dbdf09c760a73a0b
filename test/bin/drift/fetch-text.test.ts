import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchText } from '../../../bin/drift/fetch-text.ts'

/** What was asked for, at whichever origin. */
const asked: string[] = []
const servers: Server[] = []

const originOf = async (name: string, leads: () => Readonly<Record<string, string>>): Promise<string> => {
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(`${name}${path}`)
    const location = leads()[path]
    if (location === undefined) response.end(`${name} says hello`)
    else response.writeHead(302, { location }).end('moved')
  }).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

let vendor = ''
let other = ''
beforeAll(async () => {
  other = await originOf('other', () => ({}))
  vendor = await originOf('vendor', () => ({
    '/old': '/new',
    '/older': `${vendor}/old`,
    '/away': `${other}/secret?key=hunter2`,
    '/twice-away': '/away',
    '/circle': '/circle',
    '/file': 'file:///etc/passwd',
    '/nowhere': 'http://[',
  }))
})
afterAll(() => {
  for (const server of servers) {
    server.close()
    server.closeAllConnections()
  }
})

const fetched = (path: string): Promise<string> => fetchText(`${vendor}${path}`, new AbortController().signal)

describe('a page that is fetched', () => {
  test.for(['/new', '/old', '/older'])('may lead on within its own site: %s', async (path) => {
    expect(await fetched(path)).toBe('vendor says hello')
  })

  test.for([
    ['/away', 'which nobody has named'],
    ['/twice-away', 'which nobody has named'],
    ['/file', 'which nobody has named'],
    ['/nowhere', 'which nobody has named'],
    ['/circle', 'more than 5 times'],
  ])('may not lead anywhere else: %s', async ([path = '', why]) => {
    asked.length = 0
    const error = await fetched(path).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'unreachable-document', act: expect.stringContaining(why ?? '') })
    expect(String(error)).not.toContain('hunter2')
    expect(asked.filter((one) => one.startsWith('other'))).toEqual([])
  })
})
