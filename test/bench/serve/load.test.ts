import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { startLoader } from '../../../bench/serve/load.ts'
import { listen } from '../../../mocks/hosts/listen.ts'

test('a load asks for each in turn, as often as it may, and counts what failed', async () => {
  const asked: string[] = []
  const server = createServer(({ url = '', headers }, response) => {
    asked.push(`${url} ${headers['x-a']}`)
    response.writeHead(url === '/bad' ? 503 : 200).end('an answer')
  })
  const port = await listen(server, '127.0.0.1', 0)
  const loader = startLoader()
  try {
    const requests = ['/good', '/bad', '/fine'].map((path, nth) => ({ path, headers: { 'x-a': `${nth}` } }))
    const job = { origin: `http://127.0.0.1:${port}`, requests, connections: 2, seconds: 30, most: 9 }
    const { requests: count, failed, perSecond, p50Ms, p99Ms } = await loader.run(job)
    expect([count, failed]).toEqual([9, 3])
    expect(asked.toSorted()).toEqual(['/bad 1', '/fine 2', '/good 0'].flatMap((one) => [one, one, one]))
    expect(perSecond).toBeGreaterThan(0)
    expect(p99Ms).toBeGreaterThanOrEqual(p50Ms)
    expect((await loader.run({ ...job, most: 4 })).requests).toBe(4)
    // What goes before is sent, and counts for nothing.
    const led = await loader.run({ ...job, connections: 1, lead: 3, most: 4 })
    expect([led.requests, led.sent]).toEqual([4, 7])
  } finally {
    await loader.stop()
    server.close()
  }
})

test('a load of a server that there is not fails, and is not waited for', async () => {
  const server = createServer()
  const port = await listen(server, '127.0.0.1', 0)
  await new Promise((resolve) => server.close(resolve))
  const loader = startLoader()
  const job = { origin: `http://127.0.0.1:${port}`, connections: 1, seconds: 30 }
  await expect(loader.run({ ...job, requests: [{ path: '/', headers: {} }] })).rejects.toThrow(
    /^Cannot load .*ECONNREFUSED/,
  )
  await loader.stop()
})
