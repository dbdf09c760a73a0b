/** What a server takes from one client and from all of them; more is refused. */
export interface Limits {
  /** How many connections each of the two origins keeps. @default 4096 */
  readonly connections: number
  /** How long the head of a request may take to arrive, in milliseconds. @default 10 000 */
  readonly headMs: number
  /** How long a whole request may take to arrive, in milliseconds; not less than its head. @default 30 000 */
  readonly requestMs: number
  /** The most that the bodies still arriving may have together, in bytes. @default 64 MB */
  readonly bodyBytes: number
}

/** The limits of a server that is told no others: far from what any test needs, and from what a machine cannot bear. */
export const usualLimits: Limits = {
  connections: 4096,
  headMs: 10_000,
  requestMs: 30_000,
  bodyBytes: 64 * 1024 * 1024,
}

/** The longest path and query, in bytes. */
export const longestPath = 16 * 1024

/** The most that the first line and the headers of a request may have together, in bytes. */
export const longestHead = 2 * longestPath
