import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Bench, DownloadOutcome } from '../../client.ts'
import { withTimeLimit } from '../time-limit.ts'
import { isDeadUrl, isRecording } from './storage-answers.ts'

/** How long one connection may take, to its last byte. */
const transferLimitMs = 300_000

/** Connections that one download may take, and the pause after the first that broke; each further one is twice as long. */
const mostConnections = 5
const firstPauseMs = 1000

/** What is there of a recording: its bytes from `from` on, and which version of it they are of. */
interface Part {
  readonly from: number
  readonly bytes: readonly Uint8Array[]
  readonly etag: string | undefined
  readonly contentType: string
}

const nothingFrom = (from: number): Part => ({ from, bytes: [], etag: undefined, contentType: '' })

const endOf = ({ from, bytes }: Part): number => bytes.reduce((end, { length }) => end + length, from)

/** Where one connection left a download. */
type Left = { readonly part: Part; readonly done: boolean } | 'refused' | 'gone' | 'no-such-range' | 'failed'

/** Asks for the rest of the very version that is there: storage sends the whole where it has another by now. */
const rangeFrom = (part: Part): Record<string, string> => {
  const at = endOf(part)
  if (at === 0) return {}
  return { range: `bytes=${at}-`, ...(part.bytes.length > 0 && part.etag ? { 'if-range': part.etag } : {}) }
}

/** What the answer's bytes go behind: the part that is there, or nothing, where the whole comes. */
const partBefore = (part: Part, { status, headers }: Response): Part | undefined => {
  const etag = headers.get('etag') ?? undefined
  const contentType = headers.get('content-type') ?? ''
  if (status === 200) return { ...nothingFrom(0), etag, contentType }
  const begins = /^bytes (\d+)-/.exec(headers.get('content-range') ?? '')?.[1]
  const isSame = part.bytes.length === 0 || part.etag === etag
  return Number(begins) === endOf(part) && isSame ? { ...part, etag, contentType } : undefined
}

const readInto = async (part: Part, response: Response): Promise<Left> => {
  const bytes = [...part.bytes]
  let done = false
  try {
    const reader = response.body?.getReader()
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) bytes.push(next.value)
    done = true
  } catch {
    // The connection broke: what came before is kept.
  }
  const grown = { ...part, bytes }
  const promised = response.headers.get('content-length')
  const got = endOf(grown) - endOf(part)
  return { part: grown, done: done && (promised === null || Number(promised) === got) }
}

const connectOnce = async (bench: Bench, url: string, part: Part, signal: AbortSignal): Promise<Left> => {
  try {
    return await withTimeLimit(bench, transferLimitMs, signal, async (limited) => {
      const response = await bench.fetch(url, { headers: rangeFrom(part), signal: limited })
      const { status } = response
      if (status !== 200 && status !== 206) {
        const body = await response.text().catch(() => '')
        if (isDeadUrl(response, body)) return 'refused'
        if (status === 404 || status === 410) return 'gone'
        if (status === 416) return 'no-such-range'
        return status >= 500 || status === 408 || status === 425 ? { part, done: false } : 'failed'
      }
      const before = isRecording(response) ? partBefore(part, response) : undefined
      if (before) return await readInto(before, response)
      await response.body?.cancel()
      return isRecording(response) ? 'no-such-range' : 'failed'
    })
  } catch (error) {
    if (signal.aborted) throw error
    return { part, done: false }
  }
}

const downloaded = ({ from, bytes, contentType }: Part): DownloadOutcome => {
  const hash = sha256.create()
  for (const piece of bytes) hash.update(piece)
  const length = bytes.reduce((sum, piece) => sum + piece.length, 0)
  return { kind: 'downloaded', from, length, sha256: bytesToHex(hash.digest()), contentType }
}

/** One download over as many connections and URLs as it takes. */
export interface Resuming {
  /** @returns an outcome, or `refused`: the URL is dead, and with a new one it goes on where it stopped */
  go(url: string, signal: AbortSignal): Promise<DownloadOutcome | 'refused'>
}

/** Begins a download. @param from the first byte wanted */
export const openResuming = (bench: Bench, from: number): Resuming => {
  let part = nothingFrom(from)
  let connections = 0
  return {
    go: async (url, signal) => {
      while (connections < mostConnections) {
        const left = await connectOnce(bench, url, part, signal)
        signal.throwIfAborted()
        // Storage has refused the URL, not the connection: the next URL begins none the worse for it.
        if (left === 'refused') return 'refused'
        connections++
        if (left === 'gone') return { kind: 'expired' }
        if (left === 'failed') return { kind: 'unavailable' }
        if (left === 'no-such-range') {
          if (endOf(part) === 0) return { kind: 'unavailable' }
          part = nothingFrom(0)
          continue
        }
        part = left.part
        if (left.done) return downloaded(part)
        if (connections < mostConnections) await bench.sleep(firstPauseMs * 2 ** (connections - 1), signal)
      }
      return { kind: 'unavailable' }
    },
  }
}
