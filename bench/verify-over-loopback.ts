import { createServer } from 'node:http'
import { loopback } from '../contracts/entries/loopback.ts'
import { smokeCase } from '../contracts/verify/smoke.ts'
import { listen } from '../mocks/hosts/listen.ts'
import { type Bench, perSecond } from './bench.ts'
import { judged } from './judged.ts'

const shortCases = 60

/** The peer: what a case costs that does nothing but stand two servers up, ask one of them, and take them down. */
const serversAndOneRequest = async (): Promise<void> => {
  const servers = [1, 2].map(() => createServer((_, response) => response.end('{}')))
  try {
    const [port] = await Promise.all(servers.map((server) => listen(server, '127.0.0.1', 0)))
    await (await fetch(`http://127.0.0.1:${port}/`)).text()
  } finally {
    await Promise.all(
      servers.map(
        (server) =>
          new Promise<void>((resolve) => {
            server.close(() => resolve())
            server.closeAllConnections()
          }),
      ),
    )
  }
}

/** How many cases a second are run and judged over real sockets. */
export const verifyOverLoopback: Bench = {
  name: 'verify-over-loopback',
  contenders: async () => {
    const short = smokeCase('osvi')
    const peer = 'two servers, one request'
    return [
      {
        name: 'one-look cases',
        unit: 'cases/s',
        round: () => perSecond(shortCases, () => judged(short, loopback)),
        against: peer,
        target: { atLeast: 60 },
      },
      { name: peer, unit: 'cases/s', round: () => perSecond(shortCases, serversAndOneRequest) },
    ]
  },
}
