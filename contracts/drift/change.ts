import type { Json } from '../../mocks/world/json.ts'
import type { Grade } from './grade.ts'
import type { RuleId } from './rules/index.ts'

/** Where one side of a change is written. */
export interface Written {
  /** A JSON Pointer into its document. */
  readonly pointer: string
  /** Counted from 1; left out where the document was not read from text. */
  readonly line?: number
  readonly column?: number
}

/** One side of a change. */
export interface Side extends Written {
  /** What stands there, or its name; left out where that says nothing. */
  readonly value?: Json
}

/** One of the places at which a change shows. */
export interface Place {
  /** Such as `GET /v1/call/{id}/recording`; empty for the document itself. */
  readonly operation: string
  /** The way from there: `200 application/json .data[].status`. */
  readonly where: string
  readonly base?: Written
  readonly head?: Written
}

/** What of ours leans on what changed. */
export interface Touched {
  /** Behaviour rules, as `playhead rules` lists them. */
  readonly rules: readonly string[]
  /** Files of ours that read it. */
  readonly files: readonly string[]
}

/** How often traffic showed something. */
export interface Seen {
  readonly times: number
  /** ISO 8601, by the clock of the traffic. */
  readonly first: string
  readonly last: string
  /** One exchange that showed it, redacted. */
  readonly sample: string
}

/** One change, with its one cause, however many places it shows at. */
export interface Change {
  /** The same for the same change in every run. */
  readonly fingerprint: string
  readonly rule: RuleId
  readonly grade: Grade
  readonly says: string
  readonly base?: Side
  readonly head?: Side
  readonly places: readonly Place[]
  readonly touches: Touched
  /** Where traffic was checked, not documents. */
  readonly seen?: Seen
}

/** What a document lists somewhere, and traffic never showed: nothing is known of it. */
export interface Unseen {
  /** Such as `GET /v1/call/{id}/recording`. */
  readonly operation: string
  /** The way from there; empty for the operation itself. */
  readonly where: string
  readonly kind: 'status' | 'field' | 'value'
  readonly never: readonly Json[]
}

/** The changes of what is in use, and one line on all else. */
export interface Comparison {
  readonly worst: Grade | 'none'
  /** The heaviest first. */
  readonly changes: readonly Change[]
  /** The operations that were looked at. */
  readonly operations: readonly string[]
  /** The operations that are not in use. */
  readonly elsewhere: {
    readonly operations: number
    /** How many of them moved. */
    readonly changed: number
    /** How many could not be compared, since a reference in them leads nowhere. */
    readonly broken: number
    readonly worst: Grade | 'none'
  }
  /** Where traffic was checked: what of the document it never showed. */
  readonly unseen?: readonly Unseen[]
}
