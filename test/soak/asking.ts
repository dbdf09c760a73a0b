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
  /** On a connection of its own. */
  readonly alone?: boolean
}

/** One user's way to a server: connections that are kept. */
export interface Way {
  readonly ask: (question: Question) => Promise<Seen>
  readonly close: () => void
}

/**
 * A connection that was idle for longer is not asked again: a server may be closing it at that very moment, which is no
 * fault of its own (RFC 9112 section 9.3.1), and looks like a reset. Node's closes after five seconds.
 */
const longestIdleMs = 500

/** One connection to an origin, kept. */
interface Kept {
  readonly agent: Agent
  usedAt: number
}

export const openWay = (): Way => {
  const kept = new Map<string, Kept>()
  const connectionTo = (origin: string): Kept => {
    const known = kept.get(origin)
    if (known && performance.now() - known.usedAt <= longestIdleMs) return known
    known?.agent.destroy()
    const made = { agent: new Agent({ keepAlive: true }), usedAt: performance.now() }
    kept.set(origin, made)
    return made
  }
  return {
    ask: ({ url, method = 'GET', headers = {}, body, leaveAfter, alone = false }) =>
      new Promise((resolve) => {
        const nothing: Seen = { ends: 'reset', status: 0, headers: {}, body: Buffer.alloc(0) }
        const connection = connectionTo(new URL(url).origin)
        const options = { method, headers, agent: alone ? false : connection.agent }
        const sent = ask(url, options, (response) => {
          const pieces: Buffer[] = []
          let length = 0
          const { statusCode: status = 0, headers: told } = response
          const end = (ends: Seen['ends']): void => {
            connection.usedAt = performance.now()
            resolve({ ends, status, headers: told, body: Buffer.concat(pieces) })
          }
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
    close: () => {
      for (const { agent } of kept.values()) agent.destroy()
    },
  }
}
