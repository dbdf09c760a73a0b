import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { OutcomeSegment } from '../../mocks/world/outcome.ts'
import type { Bench, DownloadOutcome } from '../client.ts'
import type { Policy } from './policy.ts'
import { fetchFollowing } from './redirects.ts'
import { withTimeLimit } from './time-limit.ts'

/** What has come of a recording so far, over all tries: what it began with, and where the next try goes on. */
interface Progress {
  readonly from: number
  readonly pieces: readonly Uint8Array[]
  readonly etag: string | null
}

const begin = (from: number): Progress => ({ from, pieces: [], etag: null })

const lengthOf = ({ pieces }: Progress): number => pieces.reduce((sum, { length }) => sum + length, 0)

/** What one try came to: bytes and whether they are all, or why there are none. */
type Tried =
  | { readonly kind: 'bytes'; readonly progress: Progress; readonly complete: boolean; readonly type: string }
  | { readonly kind: 'refused' | 'gone' | 'restart' | 'broken' | 'limited' | 'failed' }

const readPieces = async (response: Response): Promise<{ pieces: Uint8Array[]; complete: boolean }> => {
  const pieces: Uint8Array[] = []
  try {
    const reader = response.body?.getReader()
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) pieces.push(next.value)
    return { pieces, complete: true }
  } catch {
    // What has come is kept: the next try goes on behind it.
    return { pieces, complete: false }
  }
}

const refusalIn = async (policy: Policy, response: Response): Promise<Tried> => {
  const { status } = response
  const body = await response.text().catch(() => '')
  if (status === 401 || status === 403 || (status === 400 && body.includes('<Code>Expired')))
    return { kind: 'refused' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  if (status === 416 && policy.restartsPastTheEnd) return { kind: 'restart' }
  if (status === 429) return { kind: 'limited' }
  return { kind: status >= 500 || status === 408 || status === 425 ? 'broken' : 'failed' }
}

/** The byte a partial answer begins with, told by its Content-Range. */
const placeOf = (response: Response): number =>
  Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1])

const readMedia = async (
  policy: Policy,
  response: Response,
  progress: Progress,
  at: number,
): Promise<Tried> => {
  const type = response.headers.get('content-type') ?? ''
  const etag = response.headers.get('etag')
  if (!policy.isMedia(type)) {
    await response.body?.cancel()
    return { kind: 'failed' }
  }
  const isPart = response.status === 206
  const isElsewhere = isPart && !policy.isInPlace(placeOf(response), policy.resumeAt(at))
  const isOfAnother = isPart && progress.pieces.length > 0 && !policy.isSameObject(progress.etag, etag)
  if (isElsewhere || isOfAnother) {
    await response.body?.cancel()
    return { kind: isOfAnother && !policy.restartsWithAnother ? 'failed' : 'restart' }
  }
  const { pieces, complete } = await readPieces(response)
  // The whole, where a part was asked for, takes the place of all there was.
  const before = at > 0 && !isPart && policy.wholeReplaces ? begin(0) : progress
  return {
    kind: 'bytes',
    progress: { ...before, pieces: [...before.pieces, ...pieces], etag },
    complete: complete || !policy.needsEveryByte,
    type,
  }
}

const tryOnce = async (
  bench: Bench,
  policy: Policy,
  segment: OutcomeSegment,
  progress: Progress,
  signal: AbortSignal,
): Promise<Tried> => {
  const at = progress.from + lengthOf(progress)
  const headers: Record<string, string> = {
    ...policy.storageHeaders(bench),
    ...(at > 0 ? { range: `bytes=${policy.resumeAt(at)}-` } : {}),
  }
  const url = policy.mediaUrl(segment.url ?? '')
  const limitMs = policy.transferLimitMs(segment.expiresAt, bench.now())
  try {
    return await withTimeLimit(bench, limitMs, signal, async (limited) => {
      const head = await withTimeLimit(bench, policy.answerLimitMs, undefined, (heading) =>
        // The body goes on under the one limit when the head has come within the other.
        fetchFollowing(bench, policy, url, {
          method: policy.storageMethod,
          headers,
          signal: AbortSignal.any([limited, heading]),
        }),
      )
      return head.status === 200 || head.status === 206
        ? readMedia(policy, head, progress, at)
        : refusalIn(policy, head)
    })
  } catch (error) {
    if (signal.aborted) throw error
    return { kind: 'broken' }
  }
}

const finished = ({ from, pieces }: Progress, contentType: string): DownloadOutcome => {
  const hash = sha256.create()
  for (const piece of pieces) hash.update(piece)
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  return { kind: 'downloaded', from, length, sha256: bytesToHex(hash.digest()), contentType }
}

/** Fetches segments from storage; a download that needs a new URL goes on where it was. */
export interface Transfer {
  /** @returns an outcome, or `refused`: the URL is dead and another may help */
  fetch(segment: OutcomeSegment, signal: AbortSignal): Promise<DownloadOutcome | 'refused'>
}

/** Opens the transfer of one recording. @param from the first byte wanted */
export const openTransfer = (bench: Bench, policy: Policy, from: number): Transfer => {
  let progress = begin(from)
  return {
    fetch: async (segment, signal) => {
      for (let tries = 1; ; tries++) {
        const tried = await tryOnce(bench, policy, segment, progress, signal)
        signal.throwIfAborted()
        if (tried.kind === 'refused') return 'refused'
        if (tried.kind === 'gone') return { kind: 'expired' }
        if (tried.kind === 'failed') return { kind: 'unavailable' }
        if (tried.kind === 'bytes') {
          progress = tried.progress
          if (tried.complete) return finished(progress, tried.type)
        }
        if (tried.kind === 'restart') {
          if (progress.from === 0 && progress.pieces.length === 0) return { kind: 'unavailable' }
          progress = begin(0)
        }
        const failed = tried.kind === 'limited' ? { status: 429, headers: {}, body: '' } : 'lost'
        const pause = policy.pauseMs(failed, tries, bench.now())
        if (pause === undefined) return { kind: 'unavailable' }
        if (tried.kind !== 'restart') await bench.sleep(pause, signal)
      }
    },
  }
}
