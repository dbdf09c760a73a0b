import type { PlayheadServer, ServerOptions } from './server.ts'
import { standServer } from './stand-server.ts'

export type { PlayheadServer, ServerOptions } from './server.ts'

/**
 * Stands a backend up on two origins, the API and storage, as in production.
 * @throws PlayheadError `bad-host`, `bad-token`, `bad-port`, `port-in-use`, `port-refused`, `cannot-listen`
 * @example const server = await startServer({ port: 0 }); await fetch(`${server.url}/osvi/v1/call/…/recording`)
 */
export const startServer = (options: ServerOptions = {}): Promise<PlayheadServer> => standServer(options)
