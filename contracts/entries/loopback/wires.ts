import { channel } from 'node:diagnostics_channel'
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** The two ends of one connection; both are in this process, so that what lies between them can be counted. */
interface Wire {
  readonly client: Socket
  /** Known once both have told of the connection. */
  server?: Socket
}

/** The connections between a client and some servers, seen from both ends. */
export interface Wires {
  /** Whether bytes, a connection or its end are on the way that one end has sent and the other could take. */
  readonly inFlight: () => boolean
  /** Ends them all, without a word. */
  readonly close: () => void
}

const clientSockets = channel('net.client.socket')

/** Whether one end has done something that the other has yet to notice. */
const isUnsettled = (client: Socket, server: Socket): boolean => {
  if (client.destroyed || server.destroyed) {
    // Who leaves lying what has come hears of no end behind it.
    const neverHears = server.closed && !client.destroyed && client.readableLength > 0
    return !neverHears && !(client.closed && server.closed)
  }
  // A client that does not read, and whose buffer is full, has been told all it wants to know.
  const takes = client.readableLength < client.readableHighWaterMark
  return client.bytesWritten > server.bytesRead || (takes && server.bytesWritten > client.bytesRead)
}

/**
 * Looks in a row that find nothing moved, after which a wire has stalled: a client's parser may have stopped reading
 * without a word. What lies between two ends of this process needs no more than a few turns, and some milliseconds where the
 * kernel itself has to wait for a core.
 */
const stalledAfter = 10_000

/** Changes with whatever happens on a wire. */
const progressOf = ({ client, server }: Wire): string =>
  [client, server].map((end) => [end?.bytesRead, end?.bytesWritten, end?.destroyed, end?.closed]).join()

/** Tells a connection from all others that stand: two to different servers may well have one client port. */
const portsOf = (server: number | undefined, client: number | undefined): string => `${server} ${client}`

/** Watches every connection that this process makes to some servers, by whichever HTTP stack. */
export const watchWires = (servers: readonly Server[]): Wires => {
  const wires = new Set<Wire>()
  // By their ports, what only one end has told of so far.
  const connected = new Map<string, Wire>()
  const accepted = new Map<string, Socket>()
  const isOurs = (port: number | undefined): boolean =>
    servers.some((server) => {
      const address = server.address()
      return typeof address === 'object' && address?.port === port
    })
  const watch = (message: unknown): void => {
    const { socket: client } = message as { readonly socket: Socket }
    const wire: Wire = { client }
    wires.add(wire)
    client.once('connect', () => {
      if (client.localPort === undefined || !isOurs(client.remotePort)) {
        wires.delete(wire)
        return
      }
      const ports = portsOf(client.remotePort, client.localPort)
      const server = accepted.get(ports)
      if (server) wire.server = server
      else connected.set(ports, wire)
      accepted.delete(ports)
    })
  }
  clientSockets.subscribe(watch)
  for (const server of servers)
    server.on('connection', (socket) => {
      const ports = portsOf(socket.localPort, socket.remotePort)
      const wire = connected.get(ports)
      if (wire) wire.server = socket
      else accepted.set(ports, socket)
      connected.delete(ports)
    })

  const isBusy = (wire: Wire): boolean => {
    const { client, server } = wire
    if (server && !(client.closed && server.closed)) return isUnsettled(client, server)
    if (!client.closed) return true
    wires.delete(wire)
    return false
  }

  let seen = ''
  let still = 0

  return {
    inFlight: () => {
      const busy = [...wires].filter(isBusy)
      const now = busy.map(progressOf).join()
      still = now === seen ? still + 1 : 0
      seen = now
      return busy.length > 0 && still < stalledAfter
    },
    close: () => {
      clientSockets.unsubscribe(watch)
      for (const socket of accepted.values()) socket.resetAndDestroy()
      for (const { client, server } of wires) {
        server?.resetAndDestroy()
        client.destroy()
      }
    },
  }
}
