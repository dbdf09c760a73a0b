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
  /** On a connection of its own: whatever becomes of that is the answer. */
  readonly alone?: boolean
}

/** One user's way to a server: connections that are kept. */
export interface Way {
  readonly ask: (question: Question) => Promise<Seen>
  readonly close: () => void
}

export const openWay = (): Way => {
  const agent = new Agent({ keepAlive: true })
  const once = ({ url, method = 'GET', headers = {}, body, leaveAfter }: Question, alone: boolean) =>
    new Promise<Seen & { readonly idle: boolean }>((resolve) => {
      const sent = ask(url, { method, headers, agent: alone ? false : agent }, (response) => {
        const pieces: Buffer[] = []
        let length = 0
        const { statusCode: status = 0, headers: told } = response
        const end = (ends: Seen['ends']): void =>
          resolve({ ends, status, headers: told, body: Buffer.concat(pieces), idle: false })
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
      sent.on('error', () =>
        resolve({ ends: 'reset', status: 0, headers: {}, body: Buffer.alloc(0), idle: sent.reusedSocket }),
      )
      sent.end(body)
    })
  return {
    ask: async (question) => {
      const { alone = false } = question
      const seen = await once(question, alone)
      // A server may close a connection that was idle just as it is asked again (RFC 9112 section 9.3.1): nothing has come of
      // that. If something had, the journal would have one request too many in the end.
      return seen.ends === 'reset' && seen.idle ? once(question, true) : seen
    },
    close: () => agent.destroy(),
  }
}
