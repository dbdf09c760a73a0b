import { once } from 'node:events'
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { askUpstream } from './ask-upstream.ts'
import { endToEnd, pairsOf } from './end-to-end.ts'
import { keepBody } from './keep-body.ts'
import type { Upstream } from './upstream.ts'

/** What came of one request that was passed on. */
export type Passed =
  | {
      readonly kind: 'answered'
      readonly answer: IncomingMessage
      /** Its body; nothing where it is not to be looked at. */
      readonly body: string | undefined
    }
  /** The answer broke off, or its reader left. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'unreachable'; readonly cause: unknown }

/** Passes an answer on as it comes, and keeps a copy of its body where that may be looked at. */
const passBack = async (answer: IncomingMessage, to: ServerResponse): Promise<Passed> => {
  const { statusCode = 502, statusMessage, rawHeaders, headers } = answer
  const body = keepBody(() => {
    const trailers = pairsOf(answer.rawTrailers)
    if (trailers.length > 0) to.addTrailers(trailers.map(([name, value]): [string, string] => [name, value]))
  })
  try {
    to.sendDate = false
    to.writeHead(statusCode, statusMessage ?? '', endToEnd(rawHeaders).flat())
    // Whoever waits for the head of an answer that takes its time has it at once; `flushHeaders` would write it as UTF-8.
    to.write('', 'latin1')
    await pipeline(answer, body.through, to)
  } catch {
    to.destroy()
    answer.destroy()
    return { kind: 'cut' }
  }
  return { kind: 'answered', answer, body: await body.text(headers['content-encoding'] ?? '') }
}

/** Asks; what is written wrongly throws at once, and what goes wrong later is told by an event. */
const responseTo = async (asked: IncomingMessage, out: ClientRequest): Promise<IncomingMessage> => {
  asked.pipe(out)
  const [answer] = await once(out, 'response')
  return answer
}

/**
 * Passes one request on to an upstream, and its answer back: status, headers between the ends and the bytes of the body are
 * never altered, and a redirect is passed back like any other answer. Nothing is answered where the upstream does not.
 */
export const forward = async (
  asked: IncomingMessage,
  to: ServerResponse,
  upstream: Upstream,
): Promise<Passed> => {
  let out: ClientRequest | undefined
  try {
    out = askUpstream(asked, upstream)
    // An upstream may answer and hang up before it has read everything.
    out.on('error', () => undefined)
    const asking = out
    to.once('close', () => {
      if (!to.writableFinished) asking.destroy()
    })
    return await passBack(await responseTo(asked, asking), to)
  } catch (cause) {
    out?.destroy()
    return to.destroyed ? { kind: 'cut' } : { kind: 'unreachable', cause }
  }
}
