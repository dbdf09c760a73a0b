import type { Change, Comparison } from './change.ts'
import type { Grade } from './grade.ts'

/** A change that somebody has accepted, until a day. */
export interface AcceptedChange {
  readonly change: Change
  readonly reason: string
  /** yyyy-mm-dd; that day still counts. */
  readonly until: string
}

/** Two documents, or two pages, that were compared. */
export interface DriftSubject {
  /** The vendor's id, where it is one of ours. */
  readonly vendor?: string
  /** What the two are called: files or addresses. */
  readonly base: string
  readonly head: string
  /** What nobody has accepted. */
  readonly comparison: Comparison
  readonly accepted: readonly AcceptedChange[]
  /** What is wrong with the accept-list itself, and what else is to be known. */
  readonly problems: readonly string[]
}

/** Everything one run has compared. */
export interface DriftReport {
  readonly subjects: readonly DriftSubject[]
  /** The lightest grade that fails. */
  readonly failOn: Grade
}
