import { expect, test } from 'vitest'
import { type Program, spawned } from '../../../bench/serve/spawned.ts'

const program = (code: string): Program => ({
  name: 'a server',
  command: (port) => [process.execPath, '-e', code, String(port)],
  path: '/a',
  headers: { 'x-a': 'b' },
})

const serving = (answer: string): string =>
  `require('node:http').createServer((q, r) => { ${answer} }).listen(Number(process.argv[1]), '127.0.0.1')`

test('a server counts as begun with its first 200, and is ended', async () => {
  const code = serving("r.writeHead(q.url === '/a' && q.headers['x-a'] === 'b' ? 200 : 404).end('it')")
  const { pid, origin, firstOkMs, stop } = await spawned(program(code))
  expect(firstOkMs).toBeGreaterThan(0)
  expect(await (await fetch(`${origin}/b`)).text()).toBe('it')
  await stop()
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

test('one that is not ready yet is asked again', async () => {
  const { origin, stop } = await spawned(
    program(`let n = 0; ${serving('r.writeHead(n++ ? 200 : 503).end()')}`),
  )
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  await stop()
})

test('one that ends says why', async () => {
  const code = "console.error('no such file: a.yaml'); process.exit(3)"
  await expect(spawned(program(code))).rejects.toThrow(
    'a server did not begin to answer: no such file: a.yaml',
  )
})

test('a program that there is not is told of', async () => {
  const none: Program = { ...program(''), command: () => ['no-such-program-anywhere'] }
  await expect(spawned(none)).rejects.toThrow('a server did not begin to answer')
})
