import type { Ref } from '../../mocks/scenarios/refs.ts'
import type { Instant } from '../../mocks/world/instant.ts'

/** The calls that the clients ask for, each laid out around the start as the README tells. */
export const askedRefs = [
  'playable',
  'processing',
  'deleted',
  'failed',
  'absent',
  'missing',
  'expired',
  'foreign',
] as const satisfies readonly Ref[]
export type AskedRef = (typeof askedRefs)[number]

/** The vendors, and for how many seconds a link of each lives, as the README's table has it. */
export const lifetimes = { quo: 3600, osvi: 900, envoy: 3600, feather: 900, voqo: 3600 } as const
export type VendorId = keyof typeof lifetimes
export const vendorIds = ['quo', 'osvi', 'envoy', 'feather', 'voqo'] as const satisfies readonly VendorId[]

/** What an undisturbed answer to a good key is. */
export interface Plain {
  readonly status: number
  readonly link: boolean
}

/** How a call stands. */
type Standing = 'plays' | 'not-there' | 'dead-link' | 'unknown' | 'foreign'

const tenMinutes = 600_000

const standingOf = (ref: AskedRef, now: Instant, start: Instant): Standing => {
  switch (ref) {
    case 'playable':
      return 'plays'
    case 'processing':
      return now >= start + tenMinutes ? 'plays' : 'not-there'
    case 'expired':
      return 'dead-link'
    case 'missing':
      return 'unknown'
    case 'foreign':
      return 'foreign'
    default:
      return 'not-there'
  }
}

const linked: Plain = { status: 200, link: true }
const bare: Plain = { status: 200, link: false }
const none: Plain = { status: 404, link: false }

/** In each vendor's own way, as docs/scenarios.md tells it. */
const answers: Readonly<Record<VendorId, Readonly<Record<Standing, Plain>>>> = {
  quo: { plays: linked, 'not-there': bare, 'dead-link': linked, unknown: none, foreign: none },
  osvi: { plays: linked, 'not-there': none, 'dead-link': linked, unknown: none, foreign: none },
  envoy: { plays: linked, 'not-there': none, 'dead-link': linked, unknown: none, foreign: none },
  feather: { plays: linked, 'not-there': bare, 'dead-link': linked, unknown: none, foreign: none },
  // It asks for no key, so no call is another's; of a source that is gone it hands out no link.
  voqo: { plays: linked, 'not-there': bare, 'dead-link': bare, unknown: none, foreign: linked },
}

/** What a vendor answers about a call at an instant. @param start when the world began */
export const plainAnswer = (vendor: VendorId, ref: AskedRef, now: Instant, start: Instant): Plain =>
  answers[vendor][standingOf(ref, now, start)]

/** Whether storage holds what a link of a call leads to. */
export const isStored = (ref: AskedRef, now: Instant, start: Instant): boolean => {
  const standing = standingOf(ref, now, start)
  return standing === 'plays' || standing === 'foreign'
}
