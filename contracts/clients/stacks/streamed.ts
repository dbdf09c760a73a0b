import { Readable } from 'node:stream'

/** The headers of an answer, as node's own modules have them. */
export type NodeHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/** The same, as fetch has them. */
export const headersOf = (headers: NodeHeaders): Headers =>
  new Headers(
    Object.entries(headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
  )

/** An answer whose body is on its way still, as fetch has it. */
export const streamed = (status: number, given: NodeHeaders, body: Readable): Response => {
  const headers = headersOf(given)
  if (status !== 204 && status !== 304)
    return new Response(Readable.toWeb(body) as ReadableStream, { status, headers })
  body.resume()
  return new Response(null, { status, headers })
}
