import type { Effect } from '../mocks/world/disturbance.ts'
import type { WireBody, WireRequest, WireResponse } from '../mocks/world/exchange.ts'
import type { Instant } from '../mocks/world/instant.ts'
import type { Case } from './case.ts'
import type { History, Role } from './history.ts'

/** Without which a rule cannot be judged. */
export type Need =
  | 'look'
  | 'download'
  | 'resume'
  | 'replies'
  | 'wire'
  | 'logs'
  | 'waits'
  | 'cancel'
  | 'concurrency'

export type Level = 'must' | 'should'

/** Why a rule may be asked of a client. */
export interface Basis {
  /** A vendor's id; absent for what holds by a standard or by measurement. */
  readonly vendor?: string
  /** Where the vendor's words stand, where that is not its pinned page, `specs/<vendor>/source.*`. */
  readonly from?: BasisFrom
  /** Of the pinned page, word for word; how its lines are broken does not count. */
  readonly quote: string
}

/** `elsewhere`: on another page that the vendor publishes; `reported`: third parties say that they saw it. */
export const basisSources = ['elsewhere', 'reported'] as const
export type BasisFrom = (typeof basisSources)[number]

/** One place in a history where a rule is broken. */
export interface Violation {
  /** Index of the event in the history. */
  readonly event: number
  /** What the client did, in one sentence. */
  readonly what: string
  /** What would have been right there. */
  readonly allowed: string
}

/** What a rule says of one history: how often it had something to judge, and what was wrong. */
export interface Judgement {
  readonly judged: number
  readonly violations: readonly Violation[]
}

/** A behaviour that every correct client shows. It judges histories and knows no transport. */
export interface Rule {
  /** An imperative that a failing reader can obey. */
  readonly id: string
  readonly level: Level
  /** The vendors it holds for, by id. */
  readonly vendors: readonly string[]
  /** The vendors for which its basis is assumed or weak: there a MUST is judged as SHOULD. */
  readonly should?: readonly string[]
  readonly needs: readonly Need[]
  readonly says: string
  readonly basis: readonly Basis[]
  /** The catalogue version it came with. */
  readonly since: string
  /** The catalogue version from which on it is a MUST: until then it is new, and judged as SHOULD. */
  readonly mustFrom?: string
  /** A fixed case for each of its vendors that a client breaking the rule fails. */
  readonly witness: (vendor: string) => Case
  readonly judge: (history: History) => Judgement
  /**
   * What a run that was only watched has to show for it: its requests alone, or also which of them belong to one ask.
   * Left out where it takes what the client was asked, answered or logged.
   */
  readonly watched?: 'requests' | 'asks'
}

/** Types a rule. */
export const defineRule = (rule: Rule): Rule => rule

/** The level a rule has for a vendor. */
export const levelFor = (rule: Rule, vendor: string): Level =>
  rule.level === 'must' && rule.should?.includes(vendor) ? 'should' : rule.level

/** How a client under test reaches a simulated world; made from a host by `bin` and the entries, never here. */
export interface Transport {
  readonly name: string
  /** Why it cannot show an effect as a socket would; `undefined` where it can. Such trouble is left out of a case. */
  readonly cannotShow?: (effect: Effect) => string | undefined
  /** A case as it is run there; as it stands where left out. */
  readonly asRun?: (given: Case) => Case
  /** Opens it for one case. Whatever it carries has to go through the port, which alone decides when. */
  open(port: Port): Promise<OpenTransport>
}

/** A transport as it stands for one case: where the vendors and storage answer, and the fetch a client is handed. */
export interface OpenTransport {
  readonly apiOrigin: string
  readonly storageOrigin: string
  readonly fetch: typeof globalThis.fetch
  /**
   * Whether something is on the wire that has reached neither end yet: the run lets no time pass meanwhile. Left out where
   * there is no wire.
   */
  readonly inFlight?: () => boolean
  /**
   * Waits, in real time, for a client that has nothing to wait for and may stir by itself all the same: the virtual
   * milliseconds that passed until it did; `undefined` where it does not. Left out where nothing can stir unseen.
   */
  readonly stirs?: () => Promise<number | undefined>
  /**
   * Waits, in real time, before a client is asked that has the real clock alone: until that shows at least `now`, and no
   * boundary is so near that it would be chance on which side of it the client is. Left out where the run moves its clock.
   * @returns the time by then
   */
  readonly keepTime?: (now: Instant, boundaries: readonly Instant[]) => Promise<Instant>
  close(): Promise<void>
}

/** What a transport finds at the run's end of the wire. */
export interface Port {
  /**
   * A request has arrived. The run decides what becomes of it, in virtual time, and tells the line.
   * @returns to be called when the client goes away before the end
   */
  readonly arrive: (arrival: Arrival, line: Line) => () => void
  /** The client has called its fetch: taken down at once, since no wire tells on whose behalf a request comes. */
  readonly issue: () => Issued
  /**
   * Whether a client is to be left waiting for ever: its case is over, its ask was given up, or it asks without end. To
   * be looked at before anything else that can settle.
   */
  readonly isDeaf: () => boolean
  /** Where the vendor really answers, its own origin first: for clients that know no other. */
  readonly origins: readonly string[]
}

/** One call of fetch, and what only the moment of it can tell. */
export interface Issued {
  /** Requests that arrive while no time passes are taken in the order of their calls, whichever wire was quicker. */
  readonly number: number
  /** The asks that were open. */
  readonly during: readonly string[]
  /** The ask that the calling code belonged to, as far as it can be told. */
  readonly owner: string | undefined
}

/** One request as a transport hands it over. */
export interface Arrival {
  /** Which of the two origins it came to; `elsewhere` where it went to neither. */
  readonly role: Role
  /** Of what went elsewhere, `path` is the whole URL. */
  readonly request: WireRequest
  /** The call it comes of, redirects included; left out where the client has a network of its own. */
  readonly issued?: Issued
}

/** The head of a response. */
export type Head = Pick<WireResponse, 'status' | 'headers'>

/** The way back to a client. A transport carries each of these out at once. */
export interface Line {
  /** The whole response is there at once. */
  answer(head: Head, body: WireBody): void
  /** The head is there, and the body follows piece by piece. @param length the bytes it promises */
  begin(head: Head, length: number): void
  more(bytes: Uint8Array): void
  end(): void
  /** The connection dies: before the head no response comes of it, after it the body breaks off. */
  cut(): void
}
