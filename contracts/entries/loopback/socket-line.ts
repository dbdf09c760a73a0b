import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { framed, isBodiless } from '../../../mocks/hosts/framing.ts'
import { leaving, untilGivenUp, writeAll } from '../../../mocks/hosts/node-send.ts'
import type { Line } from '../../define.ts'

type MediaBody = Extract<Parameters<Line['answer']>[1], object>

const pieceBytes = 65_536

async function* piecesOf(body: MediaBody): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < body.length; from += pieceBytes)
    yield body.read(from, Math.min(from + pieceBytes, body.length))
}

/** Sends stored bytes as fast as the client takes them. */
const pour = async (body: MediaBody, to: ServerResponse): Promise<void> => {
  const signal = leaving(to)
  await untilGivenUp(signal, async () => {
    await writeAll(piecesOf(body), to, signal)
    to.end()
    await once(to, 'close')
  })
}

/** The way back to a client over a real connection: what dies there dies as sockets do. */
export const socketLine = (to: ServerResponse, method: string): Line => {
  // Node would add real time.
  to.sendDate = false
  return {
    answer: ({ status, headers }, body) => {
      to.writeHead(status, framed({ status, headers, body }, method))
      if (method === 'HEAD' || isBodiless(status)) to.end()
      else if (typeof body === 'object') void pour(body, to)
      else to.end(body)
    },
    begin: ({ status, headers }, length) => {
      to.writeHead(status, { 'content-length': String(length), ...headers })
      to.flushHeaders()
    },
    more: (bytes) => to.write(bytes),
    end: () => to.end(),
    cut: () => {
      // What is written leaves first; then the connection ends, although the headers promised more.
      if (to.headersSent) to.socket?.destroySoon()
      else to.socket?.resetAndDestroy()
    },
  }
}
