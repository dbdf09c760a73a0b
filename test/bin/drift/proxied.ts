import { once } from 'node:events'
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type createServer as createSocketServer } from 'node:net'
import { run } from '../../../bin/run.ts'

const open: { close(): void }[] = []

/** Closes every server that still stands. */
export const closeAll = (): void => {
  for (const one of open.splice(0)) one.close()
}

/** Lets a server listen on a free port, which it tells. */
export const standing = async (server: Server | ReturnType<typeof createSocketServer>): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(server)
  return (server.address() as AddressInfo).port
}

/** A vendor of the test's own. */
export const upstream = async (answer: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await standing(createServer(answer))}`

/** A recording as Quo has it. */
export const item = {
  duration: 9,
  id: 'CR1',
  startTime: '2026-01-31T09:00:00Z',
  status: 'completed',
  type: 'audio/mpeg',
  url: 'https://s.test/a.mp3',
}
/** Where it is asked for. */
export const path = '/v1/call-recordings/ACplayable'

/** Answers with JSON. */
export const sendJson = (to: ServerResponse, body: unknown, status = 200): void => {
  to.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** Runs the proxy, uses it, interrupts it, and tells what it said. */
export const watched = async (
  target: string,
  use: (url: string) => Promise<unknown>,
  ...more: readonly string[]
) => {
  const ending = new AbortController()
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const err: string[] = []
  const out: string[] = []
  const ended = run(
    ['drift', 'proxy', '--vendor', 'quo', '--upstream', target, '--port', '0', '--json', ...more],
    {
      out: (text) => out.push(text),
      err: (text) => {
        err.push(text)
        const [, url] = /^(http:\S+) passes/.exec(text) ?? []
        if (url !== undefined) resolve(url)
      },
      env: {},
      cwd: process.cwd(),
      isTTY: false,
      signal: ending.signal,
    },
  )
  void ended.then((code) => reject(new Error(`it ended with ${code}: ${err.join('\n')}`)))
  try {
    await use(await promise)
  } finally {
    ending.abort()
  }
  const code = await ended
  const changes: { grade: string; rule: string; seen: { times: number; sample: string } }[] =
    out.length === 0 ? [] : JSON.parse(out.join('\n')).vendors[0].changes
  return {
    code,
    err: err.join('\n'),
    out: out.join('\n'),
    changes,
    told: changes.map(({ grade, rule, seen }) => `${grade} ${rule} ×${seen.times}`),
  }
}

/** Asks without following, and reads to the end. */
export const fetched = async (url: string, init: RequestInit = {}) => {
  const response = await fetch(url, { redirect: 'manual', ...init })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** Sends bytes and reads what comes until the other end hangs up. */
export const spoken = async (url: string, text: string): Promise<string> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  const pieces: Buffer[] = []
  socket.on('data', (piece: Buffer) => pieces.push(piece))
  socket.write(text, 'latin1')
  await once(socket, 'close')
  return Buffer.concat(pieces).toString('latin1')
}
