import { vendorNamed } from '../mocks/vendors/named.ts'
import type { Instant } from '../mocks/world/instant.ts'
import type { Outcome } from '../mocks/world/outcome.ts'

/** A vendor's answer as an SDK hands it on: the body as text, or parsed already. */
export interface RawAnswer {
  readonly status: number
  readonly headers?: Headers | Readonly<Record<string, string>>
  readonly body: unknown
}

const plainHeaders = (headers: RawAnswer['headers'] = {}): Record<string, string> =>
  Object.fromEntries(
    (headers instanceof Headers ? [...headers] : Object.entries(headers)).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  )

/**
 * Reads a vendor's raw answer to a question for a recording: what adapts a thin SDK in one line.
 * @param now the client's clock when the answer came; lifetimes told in seconds count from it
 * @throws PlayheadError `unknown-vendor`
 * @example outcomeFrom('osvi', { status: 404, body: { success: false, error: 'call_not_found' } }, Date.now()).kind // 'not-found'
 */
export const outcomeFrom = (vendor: string, { status, headers, body }: RawAnswer, now: Instant): Outcome => {
  const lens = vendorNamed(vendor, 'Cannot read an answer')
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '')
  return lens.decode({ status, headers: plainHeaders(headers), body: text }, now).outcome
}
