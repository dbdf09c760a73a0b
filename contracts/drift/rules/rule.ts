import type { Grade } from '../grade.ts'

/** One way in which a document can move. */
export interface DriftRule {
  readonly grade: Grade
  /** What happened, as a sentence without its end. */
  readonly says: string
}

/** Writes rules down: by grade, each id with what it says. */
export const rulesOf = <Id extends string>(
  given: Readonly<Record<Id, readonly [Grade, string]>>,
): Readonly<Record<Id, DriftRule>> => {
  const entries = Object.entries<readonly [Grade, string]>(given)
  return Object.fromEntries(entries.map(([id, [grade, says]]) => [id, { grade, says }])) as Record<
    Id,
    DriftRule
  >
}
