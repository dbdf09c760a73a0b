import { framed, isBodiless } from '../../../mocks/hosts/framing.ts'
import type { Head, Line } from '../../define.ts'
import { openBodyStream } from '../../run/body-stream.ts'

type BytesOf = Extract<Parameters<Line['answer']>[1], object>

// A copy: what is sent may be kept or transferred.
const copied = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

const bytesOf = (body: string | BytesOf): Uint8Array<ArrayBuffer> =>
  copied(typeof body === 'object' ? body.read(0, body.length) : new TextEncoder().encode(body))

/**
 * The way back to a client whose request was intercepted. A whole body is handed over at once: what an interceptor is
 * still streaming must not be aborted.
 * @param refused has the request fail as a connection that dies
 */
export const lineTo = (method: string, respond: (response: Response) => void, refused: () => void): Line => {
  const stream = openBodyStream(() => {})
  let begun = false
  const headOf = ({ status, headers }: Head): ResponseInit => ({ status, headers: { ...headers } })
  return {
    answer: ({ status, headers }, body) => {
      const init = headOf({ status, headers: framed({ status, headers, body }, method) })
      const empty = method === 'HEAD' || isBodiless(status) || body === undefined
      respond(new Response(empty ? null : bytesOf(body), init))
    },
    begin: (head, length) => {
      begun = true
      const headers = { 'content-length': String(length), ...head.headers }
      respond(new Response(stream.stream, headOf({ ...head, headers })))
    },
    more: (bytes) => stream.feed(bytes),
    end: () => stream.end(),
    cut: () => {
      if (begun) stream.fail(new TypeError('terminated'))
      else refused()
    },
  }
}
