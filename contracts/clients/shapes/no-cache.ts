import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Outcome } from '../../../mocks/world/outcome.ts'
import type { Bench, ClientModule, DownloadOutcome, RecordingClient } from '../../client.ts'
import { flights } from '../flights.ts'
import { withTimeLimit } from '../time-limit.ts'
import { logging } from './logging.ts'
import { askForRecording, askForReplies } from './put-question.ts'
import { readerFor } from './reader-for.ts'
import { readers } from './readers/index.ts'
import { isDeadUrl, isRecording } from './storage-answers.ts'
import { wantedSegment } from './wanted-segment.ts'

const transferLimitMs = 300_000

/** The first URL, and two more where storage refuses it. */
const mostUrls = 3

const fetchWhole = async (
  bench: Bench,
  url: string,
  signal: AbortSignal,
): Promise<DownloadOutcome | 'refused'> => {
  try {
    return await withTimeLimit(bench, transferLimitMs, signal, async (limited) => {
      const response = await bench.fetch(url, { signal: limited })
      if (response.status !== 200) {
        const body = await response.text().catch(() => '')
        if (isDeadUrl(response, body)) return 'refused'
        return { kind: response.status === 404 || response.status === 410 ? 'expired' : 'unavailable' }
      }
      if (!isRecording(response)) {
        await response.body?.cancel()
        return { kind: 'unavailable' }
      }
      const bytes = new Uint8Array(await response.arrayBuffer())
      const promised = Number(response.headers.get('content-length') ?? bytes.length)
      if (bytes.length !== promised) return { kind: 'unavailable' }
      return {
        kind: 'downloaded',
        from: 0,
        length: bytes.length,
        sha256: bytesToHex(sha256(bytes)),
        contentType: response.headers.get('content-type') ?? '',
      }
    })
  } catch (error) {
    if (signal.aborted) throw error
    return { kind: 'unavailable' }
  }
}

const connect = (bench: Bench): RecordingClient => {
  const reader = readerFor(bench)
  const logged = logging(bench)

  const looks = flights<Outcome>(true)
  const look = (id: string, signal: AbortSignal): Promise<Outcome> =>
    looks.join(id, signal, (flying) => askForRecording(bench, reader, id, flying))

  const download = async (
    id: string,
    segment: number | undefined,
    signal: AbortSignal,
  ): Promise<DownloadOutcome> => {
    for (let urls = 0; urls < mostUrls; urls++) {
      const found = wantedSegment(await look(id, signal), segment)
      if ('missing' in found) return found.missing
      const fetched = await fetchWhole(bench, found.wanted.url, signal)
      if (fetched !== 'refused') return fetched
    }
    return { kind: 'expired' }
  }

  const client: RecordingClient = {
    getRecording: (id, { signal = bench.signal } = {}) => logged(id, look(id, signal)),
    download: (id, { segment, signal = bench.signal } = {}) => logged(id, download(id, segment, signal)),
  }
  return reader.repliesPath
    ? {
        ...client,
        listReplies: (code, { signal = bench.signal } = {}) =>
          logged(code, askForReplies(bench, reader, code, signal)),
      }
    : client
}

/**
 * Keeps nothing once it is answered, tries nothing twice but a dead URL, follows no redirect with a key, and always fetches a recording whole.
 * It shares neither a policy nor a lens with the other references: each vendor is read from its published page.
 */
export const noCache: ClientModule = {
  name: 'reference/no-cache',
  capabilities: { logs: true, cancel: true, vendors: Object.keys(readers) },
  connect,
}
