import { Agent, request as ask, type IncomingMessage } from 'node:http'

/** What came of one request. */
export interface Seen {
  /** With its last byte, before it, or before anything came. */
  readonly ends: 'whole' | 'cut' | 'reset'
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** What is asked. */
export interface Question {
  readonly url: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Leaves once this much of the body has come. */
  readonly leaveAfter?: number
}

/** One user's way to a server: connections that are kept. */
export interface Way {
  readonly ask: (question: Question) => Promise<Seen>
  readonly close: () => void
}

export const openWay = (connections: number): Way => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return {
    ask: ({ url, method = 'GET', headers = {}, body, leaveAfter }) =>
      new Promise((resolve) => {
        const nothing: Seen = { ends: 'reset', status: 0, headers: {}, body: Buffer.alloc(0) }
        const sent = ask(url, { method, headers, agent }, (response) => {
          const pieces: Buffer[] = []
          let length = 0
          const { statusCode: status = 0, headers: told } = response
          const end = (ends: Seen['ends']): void =>
            resolve({ ends, status, headers: told, body: Buffer.concat(pieces) })
          response.on('data', (piece: Buffer) => {
            pieces.push(piece)
            length += piece.length
            if (leaveAfter === undefined || length < leaveAfter) return
            end('cut')
            sent.destroy()
          })
          response.on('end', () => end('whole'))
          response.on('error', () => end('cut'))
        })
        sent.on('error', () => resolve(nothing))
        sent.end(body)
      }),
    close: () => agent.destroy(),
  }
}
