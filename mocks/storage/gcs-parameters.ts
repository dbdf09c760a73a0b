import { fromAmzDate, type Instant } from '../world/instant.ts'
import { longestLifetime } from './checked-lifetime.ts'
import { goog } from './dialect.ts'
import type { StorageError } from './error-xml.ts'
import { malformed } from './gcs-errors.ts'
import type { Claim } from './signature-of-request.ts'
import type { Parameter, Target } from './target.ts'

/** What a signed URL of Google's says of itself. */
export interface SignedUrl extends Claim {
  readonly accessId: string
  readonly from: Instant
  readonly until: Instant
  readonly signature: string
  /** Which of the target's parameters the signature is. */
  readonly place: number
  readonly sessionToken: string | undefined
}

const required = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'] as const

/** Google reads the names of its parameters in any case: its own tools write both. */
const placeOf = ({ parameters }: Target, name: string): number =>
  parameters.findIndex((one) => one.name.toLowerCase() === `${goog.prefix}${name}`.toLowerCase())

const read = (target: Target, name: string): string | undefined => at(target, placeOf(target, name))?.value

const at = ({ parameters }: Target, place: number): Parameter | undefined => parameters[place]

/** Whether a URL claims to be signed at all. */
export const claimsSigned = (target: Target): boolean =>
  required.some((name) => read(target, name) !== undefined)

/**
 * Reads the parameters of a signed URL, or tells of the first that is missing or wrong; the code is Google's, the words
 * of each detail are assumed.
 * @see https://cloud.google.com/storage/docs/authentication/canonical-requests#required-query-parameters
 */
export const readSigned = (target: Target): SignedUrl | StorageError => {
  const missing = required.find((name) => !read(target, name))
  if (missing !== undefined) return wrong(missing, 'A required query parameter is missing.')
  const value = (name: (typeof required)[number]): string => read(target, name) ?? ''
  if (value('Algorithm') !== goog.algorithm) return wrong('Algorithm', 'Unsupported signing algorithm.')
  const date = value('Date')
  const from = fromAmzDate(date)
  if (from === undefined) return wrong('Date', 'Date must be in the format YYYYMMDDTHHMMSSZ.')
  const [accessId, day, location, service, terminal, ...rest] = value('Credential').split('/')
  if (!accessId || !location || service !== goog.service || terminal !== goog.terminal || rest.length > 0)
    return wrong('Credential', 'Credential must be in the format ID/DATE/LOCATION/storage/goog4_request.')
  if (day !== date.slice(0, 8)) return wrong('Credential', 'Date of the credential does not match.')
  const expires = value('Expires')
  if (!/^\d+$/.test(expires)) return wrong('Expires', 'Expires must be a number of seconds.')
  if (Number(expires) > longestLifetime) return wrong('Expires', 'Expires must be at most 604800 seconds.')
  return {
    accessId,
    region: location,
    date,
    from,
    until: from + Number(expires) * 1000,
    signedHeaders: value('SignedHeaders').split(';'),
    signature: value('Signature'),
    place: placeOf(target, 'Signature'),
    sessionToken: read(target, 'Security-Token'),
  }
}

const wrong = (name: string, details: string): StorageError => malformed(`${goog.prefix}${name}`, details)
