import * as v from 'valibot'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { fromIso } from '../../mocks/world/instant.ts'
import type { Comparison } from './change.ts'
import type { AcceptedChange } from './drift-report.ts'
import { worstOf } from './grade.ts'

/** The version of the accept-list's shape. */
export const acceptListVersion = 1

const AcceptedSchema = v.strictObject({
  vendor: v.pipe(v.string(), v.minLength(1)),
  /** The change's own, as every report tells it. */
  fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'is no fingerprint of 16 hexadecimal digits')),
  /** Why it may be. */
  reason: v.pipe(v.string(), v.minLength(3)),
  /** The last day on which it is accepted. */
  until: v.pipe(
    v.string(),
    v.isoDate('is no date such as 2027-01-31'),
    v.check((text) => fromIso(text) !== undefined, 'is a day that does not exist'),
  ),
})

/** Changes that somebody has looked at and accepted. */
export const AcceptListSchema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  playhead: v.literal(acceptListVersion),
  accepted: v.pipe(v.array(AcceptedSchema), v.maxLength(10_000)),
})

/** The accept-list, as it is kept in a file. */
export type AcceptList = v.InferOutput<typeof AcceptListSchema>

/** An accept-list that accepts nothing. */
export const emptyAcceptList: AcceptList = { playhead: acceptListVersion, accepted: [] }

/** Takes JSON as an accept-list. @throws PlayheadError `bad-accept-list` naming the place */
export const parseAcceptList = (json: unknown, file: string): AcceptList => {
  const { success, output, issues } = v.safeParse(AcceptListSchema, json)
  if (success) return output
  const [issue] = issues
  throw new PlayheadError({
    code: 'bad-accept-list',
    act: `Cannot use ${shown(file)}: ${v.getDotPath(issue) ?? 'it'}: ${issue.message}`,
    cure: 'Write { "playhead": 1, "accepted": [{ "vendor", "fingerprint", "reason", "until" }] }.',
  })
}

/** What is left of a vendor's changes once what is accepted is taken out. */
export interface Judged {
  readonly comparison: Comparison
  readonly accepted: readonly AcceptedChange[]
  /** What of the list accepts nothing any more: the change is gone, or its day is over. */
  readonly problems: readonly string[]
}

/**
 * Takes out what is accepted, and tells which entries have gone stale.
 * @param today an ISO date
 */
export const judgeByList = (
  vendor: string,
  comparison: Comparison,
  list: AcceptList,
  today: string,
): Judged => {
  const mine = list.accepted.filter((one) => one.vendor === vendor)
  const inForce = mine.filter(({ until }) => until >= today)
  const entryOf = (fingerprint: string) => inForce.find((one) => one.fingerprint === fingerprint)
  const changes = comparison.changes.filter(({ fingerprint }) => !entryOf(fingerprint))
  const accepted = comparison.changes.flatMap((change): readonly AcceptedChange[] => {
    const entry = entryOf(change.fingerprint)
    return entry ? [{ change, reason: entry.reason, until: entry.until }] : []
  })
  const gone = inForce.filter(
    ({ fingerprint }) => !accepted.some(({ change }) => change.fingerprint === fingerprint),
  )
  return {
    comparison: { ...comparison, changes, worst: worstOf(changes.map(({ grade }) => grade)) },
    accepted,
    problems: [
      ...mine
        .filter(({ until }) => until < today)
        .map(({ fingerprint, until }) => `${fingerprint} was accepted until ${until} only`),
      ...gone.map(
        ({ fingerprint }) => `${fingerprint} accepts a change that is there no more: remove it from the list`,
      ),
    ],
  }
}
