import { once } from 'node:events'
import { createServer } from 'node:net'

/** Ports of loopback that are free now, all of them different, for programs that cannot take any free one by themselves. */
export const freePorts = async (many: number): Promise<readonly number[]> => {
  const servers = Array.from({ length: many }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const addresses = servers.map((server) => server.address())
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return addresses.map((address) => (typeof address === 'object' && address ? address.port : 0))
}

/** One such port. */
export const freePort = async (): Promise<number> => {
  const [port = 0] = await freePorts(1)
  return port
}
