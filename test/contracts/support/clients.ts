import { createHash } from 'node:crypto'
import type { Bench, Capabilities, ClientModule, RecordingClient } from '../../../contracts/client.ts'
import type { Outcome } from '../../../mocks/world/outcome.ts'
import { vendorOf } from './small-case.ts'

/** Asks a vendor once and reads the answer with the vendor's own lens. */
export const askOnce = async (bench: Bench, ref: string, init: RequestInit = {}): Promise<Outcome> => {
  const vendor = vendorOf(bench.vendor)
  const path = vendor.operations[0]?.path.replace(/\{[^}]+\}/, encodeURIComponent(ref))
  const response = await bench.fetch(`${bench.baseUrl}${path}`, { headers: bench.credentials, ...init })
  const answered = {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
  return vendor.decode(answered, bench.now()).outcome
}

/** Fetches the first segment that plays, from a byte on. */
const fetchMedia = async (bench: Bench, outcome: Outcome, from: number) => {
  if (outcome.kind !== 'playable') return outcome
  const url = outcome.segments.find((segment) => segment.url !== undefined)?.url ?? ''
  const response = await bench.fetch(url, from > 0 ? { headers: { range: `bytes=${from}-` } } : {})
  if (!response.ok) return { kind: 'expired' } as const
  const bytes = new Uint8Array(await response.arrayBuffer())
  return {
    kind: 'downloaded',
    from: response.status === 206 ? from : 0,
    length: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    contentType: response.headers.get('content-type') ?? '',
  } as const
}

/** A client made of its one way to look. */
export const clientThat = (
  look: (bench: Bench, ref: string, signal?: AbortSignal) => Promise<Outcome>,
  capabilities: Capabilities = {},
): ClientModule => ({
  name: 'test client',
  capabilities,
  connect: (bench): RecordingClient => ({
    getRecording: (ref, options) => look(bench, ref, options?.signal),
    download: async (ref, options) => fetchMedia(bench, await look(bench, ref), options?.from ?? 0),
  }),
})

/** Asks every time and keeps nothing. */
export const plain = clientThat((bench, ref) => askOnce(bench, ref))

/** Keeps what plays for ever. */
export const hoarder: ClientModule = {
  ...plain,
  name: 'hoarder',
  connect: (bench) => {
    const kept = new Map<string, Outcome>()
    return {
      getRecording: async (ref) => {
        const known = kept.get(ref)
        if (known) return known
        const outcome = await askOnce(bench, ref)
        if (outcome.kind === 'playable') kept.set(ref, outcome)
        return outcome
      },
    }
  },
}

/** Gives up after so many virtual milliseconds. */
export const impatient = (ms: number): ClientModule =>
  clientThat(async (bench, ref) => {
    const late = new AbortController()
    const done = new AbortController()
    const limit = bench.sleep(ms, done.signal).then(
      () => late.abort(),
      () => {},
    )
    try {
      return await askOnce(bench, ref, { signal: late.signal })
    } catch {
      return { kind: 'unavailable' }
    } finally {
      done.abort()
      await limit
    }
  })
