import { isPreflight } from '../../../mocks/simulator/cors.ts'
import type { Vendor } from '../../../mocks/vendors/define.ts'
import { pathOnly, routeOf } from '../../../mocks/vendors/route.ts'
import { PlayheadError } from '../../../mocks/world/error.ts'
import type { WireRequest, WireResponse } from '../../../mocks/world/exchange.ts'
import type { Instant } from '../../../mocks/world/instant.ts'
import type { Onlooker, Passage } from '../../../mocks/world/onlooker.ts'
import { headersWorthKeeping } from '../../run/kept-headers.ts'
import { type Mask, maskValue, openMask, openNumbers } from '../../run/mask.ts'
import { objectIn } from '../../run/traffic.ts'
import { type KeysSeen, type KnownKey, openKeys, withoutSecrets } from './keys-seen.ts'
import { type RunEnd, type RunHead, type RunLine, runVersion } from './run.ts'

/** Whose a request is, and what its sandbox's world knows. */
export interface Located {
  readonly sandbox: string
  /** The request without what named the sandbox. */
  readonly request: WireRequest
  readonly keys: readonly KnownKey[]
  readonly now: () => Promise<Instant>
}

/** What a recording is made with. */
export interface RecordOptions {
  readonly head: Pick<RunHead, 'by' | 'api' | 'storage'>
  readonly vendors: readonly Vendor[]
  /** `undefined` for what is nobody's. */
  readonly locate: (origin: 'api' | 'storage', request: WireRequest) => Promise<Located | undefined>
  /** Writes a line, without its end. */
  readonly write: (line: string) => Promise<void>
  /** Real milliseconds since the recording began. */
  readonly elapsedMs: () => number
}

/** Writes a run down while it happens. */
export interface Recording extends Onlooker {
  /** Writes the last line. @throws PlayheadError `cannot-record` where a line could not be written */
  close(): Promise<void>
}

/** What one sandbox's texts are masked with. */
interface Masking {
  readonly keys: KeysSeen
  readonly numbers: ReturnType<typeof openNumbers>
  mask: Mask
  /** How many keys the mask knows. */
  knows: number
}

/**
 * A page sends its cookies to every port of a host, and in production storage is another host: what a browser adds by
 * itself is not laid at the app's door.
 */
const withoutBrowsersCookie = ({ cookie, ...headers }: WireRequest['headers']): WireRequest['headers'] =>
  cookie === undefined || headers['sec-fetch-site'] !== undefined ? headers : { ...headers, cookie }

/**
 * Opens a recording: one line for each event, in the order they happened, each written before the next one is begun.
 * Keys, signatures and tokens are masked as they are in every history.
 */
export const openRecording = ({ head, vendors, locate, write, elapsedMs }: RecordOptions): Recording => {
  const maskings = new Map<string, Masking>()
  let count = 0
  let fault: unknown
  let last = Promise.resolve()
  const inTurn = (run: () => Promise<void>): void => {
    last = last.then(run).catch((error: unknown) => {
      fault ??= error
    })
  }
  const put = (line: RunHead | RunLine | RunEnd): Promise<void> => write(JSON.stringify(line))

  const masking = ({ sandbox, keys }: Located): Masking => {
    const known = maskings.get(sandbox)
    const one = known ?? { keys: openKeys(), numbers: openNumbers(), mask: (text) => text, knows: -1 }
    maskings.set(sandbox, one)
    one.keys.learn(keys)
    return one
  }
  const masked = (one: Masking, event: RunLine['event'], keyHeader: string | undefined): RunLine['event'] => {
    if (event.kind === 'sent') one.keys.meet(event.headers, keyHeader)
    const keys = one.keys.all()
    if (keys.length !== one.knows) {
      one.mask = openMask({ apiOrigin: head.api, storageOrigin: head.storage, keys }, one.numbers)
      one.knows = keys.length
    }
    const written = maskValue(one.mask, event) as RunLine['event']
    return written.kind === 'sent'
      ? { ...written, headers: withoutSecrets(written.headers, keyHeader) }
      : written
  }

  const arrived = (origin: 'api' | 'storage', wire: WireRequest): Passage => {
    const request = `r${++count}`
    let placed: Located | undefined
    const tell = (event: (at: Instant, whose: Located) => RunLine['event'], vendor?: Vendor): void => {
      const realMs = elapsedMs()
      inTurn(async () => {
        placed ??= await locate(origin, wire)
        if (!placed) return
        const at = await placed.now()
        const line = masked(masking(placed), event(at, placed), vendor?.credential?.header)
        await put({ sandbox: placed.sandbox, ...(vendor ? { vendor: vendor.id } : {}), realMs, event: line })
      })
    }
    const vendor = origin === 'api' ? vendorIn(wire) : undefined
    tell((at, whose) => {
      const { method, path, headers } = whose.request
      const kept = headersWorthKeeping(withoutBrowsersCookie(headers))
      return { kind: 'sent', at, request, role: origin, method, path, headers: kept }
    }, vendor)
    return {
      answered: (response) => tell((at) => receivedOf(at, request, response, wire)),
      settled: (how) => tell((at) => ({ kind: 'settled', at, request, how })),
    }
  }
  const vendorIn = ({ path }: WireRequest): Vendor | undefined =>
    routeOf(vendors, path.replace(/^\/(?:~|%7E)[^/]*/i, ''))?.vendor

  inTurn(() => put({ playhead: runVersion, kind: 'run', ...head }))
  return {
    arrived: (origin, request) => (isPreflight(request) ? ignored : arrived(origin, request)),
    close: async () => {
      inTurn(() => put({ kind: 'end', realMs: elapsedMs() }))
      await last
      if (fault !== undefined)
        throw new PlayheadError({
          code: 'cannot-record',
          act: `Cannot record the run to its end: ${fault instanceof Error ? fault.message : String(fault)}`,
          cure: 'See that there is room and the file may be written, and run it again.',
          cause: fault,
        })
    },
  }
}

/** What a browser asks before it asks is no request of the app's. */
const ignored: Passage = { answered: () => {}, settled: () => {} }

const receivedOf = (
  at: Instant,
  request: string,
  response: WireResponse,
  { path }: WireRequest,
): RunLine['event'] => {
  const { status, headers, body } = response
  const object = objectIn(response, { call: pathOnly(path), segment: 0 })
  return {
    kind: 'received',
    at,
    request,
    status,
    headers,
    ...(typeof body === 'string' ? { body } : {}),
    ...(object ? { object } : {}),
  }
}
