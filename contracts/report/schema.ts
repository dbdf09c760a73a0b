import * as v from 'valibot'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { KnownSchema } from '../baseline.ts'
import { CaseSchema } from '../case.ts'
import type { Level } from '../define.ts'
import { type Report, type ResultKind, reportVersion } from '../report.ts'
import { HistorySchema } from './history-schema.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** How much weight a rule has. */
export const levels: readonly Level[] = ['must', 'should']

const level = v.picklist(levels)

const kinds: Readonly<Record<ResultKind, ResultKind>> = {
  passed: 'passed',
  failed: 'failed',
  warned: 'warned',
  known: 'known',
  skipped: 'skipped',
  incomplete: 'incomplete',
}

/** One rule at one vendor. */
export const ResultSchema = v.strictObject({
  rule: v.string(),
  vendor: v.string(),
  level,
  kind: v.picklist(Object.values(kinds)),
  judged: count,
  cases: count,
  reason: v.exactOptional(v.string()),
})

/** One rule broken at one vendor. */
export const FindingSchema = v.strictObject({
  rule: v.string(),
  vendor: v.string(),
  level,
  says: v.string(),
  what: v.string(),
  allowed: v.string(),
  foundBy: v.string(),
  needed: v.array(v.string()),
  case: CaseSchema,
  history: HistorySchema,
  event: count,
})

const { entries: finding } = FindingSchema

/** Why an entry of a baseline must not stay as it is. */
export const BaselineProblemSchema = v.strictObject({
  known: KnownSchema,
  kind: v.picklist(['ended', 'unmatched', 'passes']),
  what: v.string(),
  cure: v.string(),
})

const fields = {
  playhead: v.literal(reportVersion),
  rules: v.string(),
  client: v.string(),
  vendors: v.array(v.string()),
  transport: v.string(),
  seed: v.pipe(v.number(), v.integer()),
  cases: count,
  witnesses: v.boolean(),
  shard: v.exactOptional(
    v.strictObject({ index: v.pipe(count, v.minValue(1)), of: v.pipe(count, v.minValue(1)) }),
  ),
  results: v.array(ResultSchema),
  troubles: v.array(
    v.strictObject({
      vendor: v.string(),
      kind: v.picklist(['broken-adapter', 'incomplete']),
      what: v.string(),
    }),
  ),
  baseline: v.exactOptional(v.array(BaselineProblemSchema)),
  shortfalls: v.exactOptional(
    v.array(
      v.strictObject({
        kind: v.picklist(['too-few', 'lost']),
        rule: v.exactOptional(v.string()),
        vendor: v.exactOptional(v.string()),
        what: v.string(),
        cure: v.string(),
      }),
    ),
  ),
  notes: v.exactOptional(v.array(v.string())),
}

/** A report as it is printed: beside the report itself, where each case was written, and the exit code. */
export const ReportSchema = v.strictObject({
  ...fields,
  findings: v.array(v.strictObject({ ...finding, file: v.exactOptional(v.string()) })),
  exit: v.picklist([0, 1, 2]),
})

/**
 * Reads a report from JSON, as `playhead verify --json` printed it.
 * @throws PlayheadError `report-version` for one of another version, `bad-report` for anything else that does not fit
 */
export const parseReport = (json: unknown): Report => {
  const version = typeof json === 'object' && json !== null && 'playhead' in json ? json.playhead : undefined
  if (version !== undefined && version !== reportVersion)
    throw new PlayheadError({
      code: 'report-version',
      act: `Cannot read a report of version ${shown(version)}`,
      cure: `This Playhead reads version ${reportVersion}: use the Playhead that wrote it, or verify anew.`,
    })
  const read = v.safeParse(ReportSchema, json)
  if (read.success) {
    const { exit: _exit, findings, ...report } = read.output
    // Where a case was written is of no use on another machine: whoever reads a report writes its cases anew.
    return { ...report, findings: findings.map(({ file: _file, ...one }) => one) }
  }
  const issue = read.issues.find(({ path }) => path !== undefined) ?? read.issues[0]
  throw new PlayheadError({
    code: 'bad-report',
    act: `Cannot read this report: ${v.getDotPath(issue) ?? 'the whole of it'} ${issue.message}, given ${shown(issue.input)}`,
    cure: 'Give a file that `playhead verify --reporter json=FILE` wrote.',
  })
}
