import type { Server } from 'node:http'
import { PlayheadError, shown } from '../world/error.ts'

const cures: Readonly<Record<string, (port: number) => [code: string, why: string, cure: string]>> = {
  EADDRINUSE: (port) => [
    'port-in-use',
    'something else listens there',
    `Stop it, or choose another port: --port ${port + 10}, or --port 0 for any that is free.`,
  ],
  EACCES: () => ['port-refused', 'this user may not use that port', 'Choose a port from 1024 on.'],
}

const complaint = (error: unknown, host: string, port: number): unknown => {
  const name = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [code, why, cure] = cures[name]?.(port) ?? [
    'cannot-listen',
    error instanceof Error ? error.message : String(error),
    'Choose another host or port.',
  ]
  return new PlayheadError({ code, act: `Cannot listen on ${host}:${port}: ${why}`, cure, cause: error })
}

/**
 * Lets a server listen. @param port 0 takes a free one
 * @returns the port it listens on
 * @throws PlayheadError `bad-port`, `port-in-use`, `port-refused`, `cannot-listen`
 */
export const listen = async (server: Server, host: string, port: number): Promise<number> => {
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new PlayheadError({
      code: 'bad-port',
      act: `Cannot listen on port ${shown(port)}`,
      cure: 'Give a whole number from 1 to 65535, or 0 for any port that is free.',
    })
  await new Promise<void>((resolve, reject) => {
    const failed = (error: unknown): void => reject(complaint(error, host, port))
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      resolve()
    })
  })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}
