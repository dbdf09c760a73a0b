import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Opens a connection of one's own to a server. */
export const connected = async (url: string): Promise<Socket> => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  return socket
}

/** Reads until the server ends the connection, in whatever way. */
export const readAll = async (socket: Socket): Promise<string> => {
  let read = ''
  socket.on('data', (piece) => {
    read += piece.toString('latin1')
  })
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('close', resolve))
  return read
}

/** Sends bytes as they are and reads until the server ends the connection. */
export const raw = async (url: string, text: string): Promise<string> => {
  const socket = await connected(url)
  socket.end(text)
  return readAll(socket)
}
