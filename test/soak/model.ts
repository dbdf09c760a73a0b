import type { Instant } from '../../mocks/world/instant.ts'
import { type AskedRef, isStored, type Plain, plainAnswer, type VendorId } from './expected.ts'

/** Trouble that a client has armed, with how many requests it was meant for have arrived since. */
export interface Armed {
  readonly id: string
  readonly effect: Trouble
  readonly role: 'api' | 'storage'
  readonly vendor: VendorId | undefined
  readonly skip: number
  readonly count: number | undefined
  readonly every: number | undefined
  arrivals: number
}

/** The trouble of a soak: of each kind what can be seen on a socket, and soon. */
export type Trouble =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'reset'; readonly at: 'before-headers' | 'mid-body' }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'slow-headers'; readonly ms: number }
  | { readonly kind: 'body'; readonly as: 'html' | 'empty' | 'malformed-json'; readonly status: number }
  | { readonly kind: 'content-type'; readonly to: string }
  | { readonly kind: 'redirect'; readonly to: 'same-origin' | 'other-origin' }

/** A link that was handed out. */
export interface Link {
  readonly url: string
  readonly vendor: VendorId
  readonly ref: AskedRef
  /** When it was handed out. */
  readonly at: Instant
  /** In which time it holds, by its own text: `[from, until)`. */
  readonly from: Instant
  readonly until: Instant
}

/** What must come of one request. */
export interface Expected {
  readonly ends: 'whole' | 'cut' | 'reset'
  readonly status: number
  /** Of an API's answer, whether it hands out a link. */
  readonly link: boolean
  /** Whether it is a recording, or a part of one. */
  readonly media: boolean
  readonly contentType?: string
}

/** What one sandbox must answer, by plain arithmetic on what its only user has told it; it shares no code with the server. */
export interface Model {
  readonly now: () => Instant
  readonly moveTo: (now: Instant) => void
  readonly arm: (trouble: Omit<Armed, 'arrivals'>) => void
  readonly calm: () => void
  /** How many requests to vendors and storage it has been asked for. */
  readonly requests: () => number
  /** What the next look must come to; counts it. */
  readonly look: (vendor: VendorId, ref: AskedRef, goodKey: boolean) => Expected
  /** What the next download must come to; counts it. */
  readonly fetch: (link: Link, ranged: boolean) => Expected
}

/** Quo's published rate limit. */
const quoLimit = 10
const quoWindowMs = 1000

const tolerance = 15 * 60_000

const strikes = ({ skip, count, every, arrivals }: Armed): boolean => {
  const place = arrivals - skip
  if (place < 0) return false
  return every === undefined ? count === undefined || place < count : place % every < (count ?? 1)
}

const disturbed = (plain: Expected, effect: Trouble): Expected => {
  switch (effect.kind) {
    case 'status':
      return { ends: 'whole', status: effect.status, link: false, media: false }
    case 'reset':
      return effect.at === 'mid-body' ? { ...plain, ends: 'cut' } : { ...plain, ends: 'reset' }
    case 'truncate':
      return { ...plain, ends: 'cut' }
    case 'slow-headers':
      return plain
    case 'content-type':
      return { ...plain, contentType: effect.to }
    case 'body':
      return {
        ends: 'whole',
        status: effect.status,
        link: false,
        media: false,
        contentType: effect.as === 'html' ? 'text/html; charset=utf-8' : 'application/json',
      }
    case 'redirect':
      return { ends: 'whole', status: 302, link: false, media: false }
  }
}

const whole = ({ status, link }: Plain, media = false): Expected => ({ ends: 'whole', status, link, media })

export const openModel = (start: Instant): Model => {
  let now = start
  let armed: Armed[] = []
  const accepted: Instant[] = []
  let requests = 0

  /** Counts an arrival at all that are meant for it, and gives the first that strikes. */
  const struckBy = (role: Armed['role'], vendor: VendorId): Trouble | undefined => {
    const meant = armed.filter((one) => one.role === role && (one.vendor ?? vendor) === vendor)
    const striking = meant.find(strikes)
    for (const one of meant) one.arrivals++
    return striking?.effect
  }

  /** Whether Quo lets one more in; counts it where it does. */
  const isWelcome = (): boolean => {
    if (accepted.filter((at) => at > now - quoWindowMs && at <= now).length >= quoLimit) return false
    accepted.push(now)
    return true
  }

  const plainFetch = ({ ref, from, until }: Link, ranged: boolean): Expected => {
    const refused = (status: number): Expected => whole({ status, link: false })
    if (now >= until || now < from - tolerance) return refused(403)
    return isStored(ref, now, start) ? whole({ status: ranged ? 206 : 200, link: false }, true) : refused(404)
  }

  return {
    now: () => now,
    moveTo: (to) => {
      now = to
    },
    arm: (trouble) => {
      armed = [...armed, { ...trouble, arrivals: 0 }]
    },
    calm: () => {
      armed = []
    },
    requests: () => requests,
    look: (vendor, ref, goodKey) => {
      requests++
      if (!goodKey && vendor !== 'voqo') return whole({ status: 401, link: false })
      const welcome = vendor !== 'quo' || isWelcome()
      const effect = struckBy('api', vendor)
      if (!welcome) return whole({ status: 429, link: false })
      const plain = whole(plainAnswer(vendor, ref, now, start))
      return effect ? disturbed(plain, effect) : plain
    },
    fetch: (link, ranged) => {
      requests++
      const effect = struckBy('storage', link.vendor)
      const plain = plainFetch(link, ranged)
      return effect ? disturbed(plain, effect) : plain
    },
  }
}
