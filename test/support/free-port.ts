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

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    await once(server.close(), 'close')
    return true
  } catch {
    return false
  }
}

/**
 * A port that is free now, and so is the next one, among those that no system hands out by itself: nobody else takes it while
 * it is given back and asked for again.
 */
export const lastingPort = async (): Promise<number> => {
  let port = 20_000 + 2 * (process.pid % 6000)
  while (!((await isFree(port)) && (await isFree(port + 1)))) port += 2
  return port
}
