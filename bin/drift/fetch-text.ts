import { shownUrl } from '../../mocks/shown-url.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { mostDocumentBytes } from '../most-document-bytes.ts'
import { tooLarge } from './too-large.ts'

/** A vendor's site that has not answered by then is down. */
const patienceMs = 30_000

const unreachable = (name: string, why: string, cause?: unknown): PlayheadError =>
  new PlayheadError({
    code: 'unreachable-document',
    act: `Cannot fetch ${name}: ${why}`,
    cure: 'Look whether the address still leads to the document; nothing was compared, and nothing re-pinned.',
    cause,
  })

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return shown(error)
  if (error.name === 'TimeoutError') return `no answer within ${patienceMs / 1000} s`
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message
}

const bodyOf = async (response: Response, name: string): Promise<string> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostDocumentBytes) throw tooLarge(name, bytes)
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** More than that, and a site leads in a circle. */
const mostHops = 5

/** Whether one address may lead on to another: within its own origin, or to the same host over TLS. */
const mayLeadTo = (from: URL, to: URL): boolean =>
  to.origin === from.origin ||
  (from.protocol === 'http:' && to.protocol === 'https:' && to.hostname === from.hostname)

interface Asked {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
}

/** An address without the name and the password in it, and the header that says them: `fetch` takes no such address. */
const askedBy = (address: string): Asked => {
  const url = new URL(address)
  const { username, password } = url
  if (username === '' && password === '') return { url, headers: {} }
  url.username = ''
  url.password = ''
  const told = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)
  return { url, headers: { authorization: `Basic ${told.toString('base64')}` } }
}

/** Follows where an address leads, but to nobody who was not named: a vendor's site must not choose what else is asked. */
const fetchWithin = async (address: string, name: string, signal: AbortSignal): Promise<Response> => {
  const { url, headers } = askedBy(address)
  let at = url
  for (let hop = 0; hop <= mostHops; hop++) {
    const response = await fetch(at, { signal, headers, redirect: 'manual' })
    const location = response.headers.get('location')
    if (location === null || response.status < 300 || response.status > 399) return response
    await response.body?.cancel()
    const next = URL.canParse(location, at) ? new URL(location, at) : undefined
    if (!next || !mayLeadTo(at, next))
      throw unreachable(
        name,
        `it leads on to ${next ? shownUrl(next.href) : shown(location)}, which nobody has named`,
      )
    at = next
  }
  throw unreachable(name, `it leads on more than ${mostHops} times`)
}

/**
 * Fetches a text, from the origin that is named and from no other.
 * @throws PlayheadError `unreachable-document`, `document-too-large`
 */
export const fetchText = async (address: string, signal: AbortSignal): Promise<string> => {
  const name = shownUrl(address)
  try {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])
    const response = await fetchWithin(address, name, patience)
    if (!response.ok) throw unreachable(name, `it answered ${response.status}`)
    return await bodyOf(response, name)
  } catch (error) {
    if (error instanceof PlayheadError) throw error
    throw unreachable(name, reasonOf(error).replaceAll(address, name), error)
  }
}
