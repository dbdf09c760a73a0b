import { fromAmzDate, type Instant, toIso } from '../../mocks/world/instant.ts'
import { type AskedRef, lifetimes, type VendorId } from './expected.ts'
import type { Link } from './model.ts'

/** The URL in an API's answer, as it stands there. */
export const urlIn = (body: Buffer): string | undefined =>
  /"(http:[^"]+X-Amz-Signature=[0-9a-f]{64}[^"]*)"/.exec(body.toString('utf8'))?.[1]

/**
 * A link as it was handed out at an instant.
 * @throws Error where its own text does not say what the vendor promises: so long, from this second on
 */
export const linkOf = (url: string, vendor: VendorId, ref: AskedRef, at: Instant): Link => {
  const { searchParams } = new URL(url)
  const from = fromAmzDate(searchParams.get('X-Amz-Date') ?? '') ?? Number.NaN
  const until = from + Number(searchParams.get('X-Amz-Expires')) * 1000
  const second = at - (at % 1000)
  const good =
    ref === 'expired' ? until <= at : from === second && until === second + lifetimes[vendor] * 1000
  if (!good) throw new Error(`The link to ${ref} of ${vendor} minted at ${toIso(at)} says otherwise: ${url}`)
  return { url, vendor, ref, at, from, until }
}
