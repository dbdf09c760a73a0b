import type { DriftReport, DriftSubject } from '../drift-report.ts'
import { worstIn } from '../verdict.ts'
import type { DriftReporter } from './drift-reporter.ts'

const subjectOf = ({ vendor, base, head, comparison, accepted, problems }: DriftSubject) => ({
  worst: comparison.worst,
  ...(vendor === undefined ? {} : { vendor }),
  base,
  head,
  changes: comparison.changes,
  operations: comparison.operations,
  elsewhere: comparison.elsewhere,
  ...(comparison.unseen ? { unseen: comparison.unseen } : {}),
  accepted,
  problems,
})

/** A report as it is written: one comparison by itself, or several vendors'. */
export const asJson = (report: DriftReport): object => {
  const [only] = report.subjects
  return only && only.vendor === undefined
    ? subjectOf(only)
    : { worst: worstIn(report), vendors: report.subjects.map(subjectOf) }
}

/** Everything, for programs; its schema is drift.schema.json. */
export const json: DriftReporter = {
  summary: 'Everything, for programs: drift.schema.json describes it.',
  mostPlaces: Number.POSITIVE_INFINITY,
  render: (report) => JSON.stringify(asJson(report), null, 2),
}
