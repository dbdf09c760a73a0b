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

/** An address as it may be shown: without a name, a key or a query, any of which may be a secret. */
export const shownUrl = (address: string): string => {
  const url = new URL(address)
  return `${url.origin}${url.pathname}${url.search === '' ? '' : '?…'}`
}

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

/**
 * Fetches a text.
 * @throws PlayheadError `unreachable-document`, `document-too-large`
 */
export const fetchText = async (address: string, signal: AbortSignal): Promise<string> => {
  const name = shownUrl(address)
  try {
    const response = await fetch(address, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    })
    if (!response.ok) throw unreachable(name, `it answered ${response.status}`)
    return await bodyOf(response, name)
  } catch (error) {
    if (error instanceof PlayheadError) throw error
    throw unreachable(name, reasonOf(error), error)
  }
}
