import type { Readable } from 'node:stream'
import { ReadableStream as NodeStream } from 'node:stream/web'

/** The headers of an answer, as node's own modules have them. */
export type NodeHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/** The same, as fetch has them. */
export const headersOf = (headers: NodeHeaders): Headers =>
  new Headers(
    Object.entries(headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
  )

/**
 * An answer whose body is on its way still, as fetch has it.
 * @param stream the body as a stream of the web's; to be given for one that flows already
 */
export const streamed = (
  status: number,
  given: NodeHeaders,
  body: Readable,
  stream: () => ReadableStream = () => NodeStream.from(body) as ReadableStream,
): Response => {
  const headers = headersOf(given)
  if (status !== 204 && status !== 304) return new Response(stream(), { status, headers })
  body.resume()
  return new Response(null, { status, headers })
}
