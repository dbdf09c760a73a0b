import { createHash } from 'node:crypto'
import { vendorNamed } from '../../../mocks/vendors/named.ts'
import type { Bench, CallOptions, ClientModule, DownloadOutcome, RecordingClient } from '../../client.ts'
import { outcomeFrom, type RawAnswer } from '../../outcome-from.ts'

/** What a naive client has of its stack: one way to ask a vendor, one to fetch a recording. */
export interface Asking {
  /** @param path of the vendor's, without a slash before it */
  readonly answer: (path: string, options: CallOptions) => Promise<RawAnswer>
  readonly media: (
    url: string,
    options: CallOptions,
  ) => Promise<{ readonly bytes: Uint8Array; readonly type: string | null | undefined }>
}

const pathOf = (vendor: string, ref: string): string => {
  const { operations } = vendorNamed(vendor, 'Cannot ask for a recording')
  const { path = '' } = operations.find(({ asks }) => asks === 'recording') ?? {}
  return path.replace(/\{[^}]+\}/, () => encodeURIComponent(ref)).slice(1)
}

const connect = ({ vendor, log }: Bench, { answer, media }: Asking): RecordingClient => {
  const orDown = async <O>(work: Promise<O>): Promise<O | { readonly kind: 'unavailable' }> => {
    try {
      return await work
    } catch (error) {
      log(String(error))
      return { kind: 'unavailable' }
    }
  }
  const look = async (ref: string, options: CallOptions) =>
    outcomeFrom(vendor, await answer(pathOf(vendor, ref), options), Date.now())

  const fetched = async (url: string, options: CallOptions): Promise<DownloadOutcome> => {
    const { bytes, type } = await media(url, options)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { kind: 'downloaded', from: 0, length: bytes.length, sha256, contentType: type ?? '' }
  }
  return {
    getRecording: (ref, options = {}) => orDown(look(ref, options)),
    download: async (ref, { segment, ...options } = {}) => {
      const outcome = await orDown(look(ref, options))
      if (outcome.kind !== 'playable') return outcome
      const url = outcome.segments.flatMap((one) => one.url ?? [])[segment ?? 0]
      return url === undefined ? { kind: 'absent' } : orDown(fetched(url, options))
    },
  }
}

/**
 * What a competent developer writes on a stack in an hour: one request, one reader, whatever is thrown is logged and an
 * outage. All else is as the stack does it by itself.
 */
export const naiveClient = (name: string, ask: (bench: Bench) => Asking): Required<ClientModule> => ({
  name: `naive/${name}`,
  ownTimers: true,
  capabilities: { logs: true, cancel: true },
  connect: (bench) => connect(bench, ask(bench)),
})
