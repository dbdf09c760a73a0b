import type { BaselineProblem } from './baseline/problems.ts'
import type { Case } from './case.ts'
import type { Level } from './define.ts'
import type { History } from './history.ts'

/** The version of the report's shape. */
export const reportVersion = 1

/**
 * What became of one rule at one vendor: `warned` is a broken SHOULD, `known` is broken and excused by the baseline,
 * `skipped` was not judged and says why, `incomplete` was not judged to the end.
 */
export type ResultKind = 'passed' | 'failed' | 'warned' | 'known' | 'skipped' | 'incomplete'

/** One rule at one vendor. */
export interface Result {
  readonly rule: string
  readonly vendor: string
  readonly level: Level
  readonly kind: ResultKind
  /** How often it had something to judge. */
  readonly judged: number
  /** In how many cases. */
  readonly cases: number
  /** Why it was skipped or is incomplete; where a known failure is followed up. */
  readonly reason?: string
}

/** One rule broken at one vendor, with the smallest case that shows it. */
export interface Finding {
  readonly rule: string
  readonly vendor: string
  readonly level: Level
  readonly says: string
  /** What the client did. */
  readonly what: string
  /** What would have been right. */
  readonly allowed: string
  /** What first showed it: the smoke test, a rule's own witness, or the nth generated case. */
  readonly foundBy: string
  /** Which parts of the case it takes: each was really left out or moved, and this is what happened. */
  readonly needed: readonly string[]
  readonly case: Case
  readonly history: History
  /** Where in the history it happens. */
  readonly event: number
}

/** Which part of a campaign a run was: the `index`th of `of`, from 1. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** Where less was judged than has to be. */
export interface Shortfall {
  /** Fewer rules than were asked for, or one rule that was judged the last time. */
  readonly kind: 'too-few' | 'lost'
  readonly rule?: string
  readonly vendor?: string
  readonly what: string
  readonly cure: string
}

/** Why a run could not be judged, or not to the end. */
export interface Trouble {
  readonly vendor: string
  readonly kind: 'broken-adapter' | 'incomplete'
  readonly what: string
}

/** Everything one verification found: a value, which reporters put into words. */
export interface Report {
  readonly playhead: typeof reportVersion
  /** The version of the rule catalogue that the client was held to. */
  readonly rules: string
  readonly client: string
  readonly vendors: readonly string[]
  readonly transport: string
  readonly seed: number
  /** Generated cases for each vendor, in all shards together. */
  readonly cases: number
  readonly witnesses: boolean
  /** Which part of the campaign this is; left out where it is all of it. */
  readonly shard?: Shard
  readonly results: readonly Result[]
  readonly findings: readonly Finding[]
  readonly troubles: readonly Trouble[]
  /** What is wrong with the baseline that it was judged by; left out where there was none. */
  readonly baseline?: readonly BaselineProblem[]
  /** Where less was judged than has to be; left out where nothing was said of that. */
  readonly shortfalls?: readonly Shortfall[]
  /** What a reader has to know to weigh the verdict; left out where there is nothing. */
  readonly notes?: readonly string[]
}

/**
 * The exit code of a report: 1 where a MUST is broken, the baseline is not right any more, or less was judged than has to
 * be; else 2 where it could not be judged, or everything was skipped; else 0, broken SHOULDs included. A shard may have
 * nothing to judge: whether all of them together had is seen when they are merged.
 */
export const exitCode = ({
  results,
  troubles,
  shard,
  baseline = [],
  shortfalls = [],
}: Pick<Report, 'results' | 'troubles' | 'shard' | 'baseline' | 'shortfalls'>): 0 | 1 | 2 => {
  if (baseline.length + shortfalls.length > 0 || results.some(({ kind }) => kind === 'failed')) return 1
  if (troubles.length > 0) return 2
  return shard === undefined && results.every(({ kind }) => kind === 'skipped') ? 2 : 0
}
