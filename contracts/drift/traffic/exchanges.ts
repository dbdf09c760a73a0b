import type { Vendor } from '../../../mocks/vendors/define.ts'
import { routeOf } from '../../../mocks/vendors/route.ts'
import type { Instant } from '../../../mocks/world/instant.ts'
import type { Run } from '../../drivers/observe/run.ts'

/** One request and its whole answer, as they passed over the wire. */
export interface Exchange {
  /** Whom it went to; none for storage. */
  readonly vendor: Vendor | undefined
  readonly method: string
  readonly path: string
  /** The headers of the request that a client chose, in lower case. */
  readonly sent: Readonly<Record<string, string>>
  readonly at: Instant
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** The whole exchanges of a run, in their order; one that was cut off says nothing of the vendor. */
export const exchangesOf = ({ lines }: Run, vendors: readonly Vendor[]): readonly Exchange[] => {
  const events = lines.map(({ event }) => event)
  const whole = new Set(
    events.flatMap((event) => (event.kind === 'settled' && event.how === 'complete' ? [event.request] : [])),
  )
  const sent = new Map(
    events.flatMap((event) => (event.kind === 'sent' ? [[event.request, event] as const] : [])),
  )
  return events.flatMap((event): readonly Exchange[] => {
    const request =
      event.kind === 'received' && whole.has(event.request) ? sent.get(event.request) : undefined
    if (!request || event.kind !== 'received') return []
    const { method, path, role } = request
    const vendor = role === 'api' ? routeOf(vendors, path)?.vendor : undefined
    const { at, status, headers, body } = event
    return [{ vendor, method, path, sent: request.headers, at, status, headers, body }]
  })
}
