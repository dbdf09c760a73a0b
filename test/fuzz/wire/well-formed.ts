/** One response as it came over a wire. */
export interface RawResponse {
  readonly status: number
  readonly body: string
}

/** Bodies from this length on are streamed, and may be cut off where the client spoils its own connection meanwhile. */
const streamedFrom = 60_000

const statusLine = /^HTTP\/1\.1 ([1-5]\d\d) [\t\u0020-\u007e\u0080-\u00ff]*$/
const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\u0020-\u007e\u0080-\u00ff]*)$/

const sizeLine = /^([0-9a-f]+)\r\n/i

/** Reads a chunked body. @returns `undefined` where it is none, or not whole */
const chunkedBody = (
  text: string,
  from: number,
): { readonly body: string; readonly end: number } | undefined => {
  let body = ''
  for (let at = from; ; ) {
    const [line, digits = ''] = sizeLine.exec(text.slice(at, at + 20)) ?? []
    if (line === undefined) return undefined
    const size = Number.parseInt(digits, 16)
    at += line.length
    if (text.slice(at + size, at + size + 2) !== '\r\n') return undefined
    body += text.slice(at, at + size)
    at += size + 2
    if (size === 0) return { body, end: at }
  }
}

const headersIn = (lines: readonly string[]): ReadonlyMap<string, string> | undefined => {
  const headers = new Map<string, string>()
  for (const line of lines) {
    const [, name, value = ''] = headerLine.exec(line) ?? []
    if (name === undefined) return undefined
    // Two lengths would be two opinions on where the next response begins.
    if (headers.has(name.toLowerCase()) && name.toLowerCase() === 'content-length') return undefined
    headers.set(name.toLowerCase(), value)
  }
  return headers
}

/**
 * Reads what a server has said on one connection, by RFC 9112 to the letter.
 * @param maybeBodiless whether a response may be one to HEAD, whose length is told and whose body is left out
 * @returns `undefined` where it cannot be read
 */
export const readResponses = (text: string, maybeBodiless: boolean): readonly RawResponse[] | undefined => {
  if (text === '') return []
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = text.slice(0, end).split('\r\n')
  const status = Number(statusLine.exec(first)?.[1])
  const headers = headersIn(lines)
  if (!headers || Number.isNaN(status)) return undefined
  const begin = end + 4
  const followed = (body: string, at: number): readonly RawResponse[] | undefined => {
    const rest = readResponses(text.slice(at), maybeBodiless)
    return rest && [{ status, body }, ...rest]
  }
  if (status < 200 || status === 204 || status === 304) return followed('', begin)
  const bodiless = maybeBodiless ? followed('', begin) : undefined
  if (bodiless) return bodiless
  if (headers.has('transfer-encoding')) {
    const chunked = chunkedBody(text, begin)
    if (chunked) return followed(chunked.body, chunked.end)
    // A stream of events ends with its reader.
    return headers.get('content-type') === 'text/event-stream'
      ? [{ status, body: text.slice(begin) }]
      : undefined
  }
  const length = headers.get('content-length')
  if (length === undefined) return [{ status, body: text.slice(begin) }]
  if (!/^\d+$/.test(length)) return undefined
  const body = text.slice(begin, begin + Number(length))
  if (body.length === Number(length)) return followed(body, begin + body.length)
  return Number(length) >= streamedFrom ? [{ status, body }] : undefined
}
