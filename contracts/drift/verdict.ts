import type { DriftReport } from './drift-report.ts'
import { type Grade, grades, worstOf } from './grade.ts'

/** The heaviest grade of a whole run; what is accepted does not count. */
export const worstIn = ({ subjects }: DriftReport): Grade | 'none' =>
  worstOf(subjects.flatMap(({ comparison }) => (comparison.worst === 'none' ? [] : [comparison.worst])))

/** Whether a grade weighs as much as the lightest that fails. */
export const weighs = (grade: Grade | 'none', failOn: Grade): boolean =>
  grade !== 'none' && grades.indexOf(grade) <= grades.indexOf(failOn)

/** 1 where something moved that must not, or the accept-list is stale; else 0. */
export const driftExitCode = (report: DriftReport): 0 | 1 =>
  weighs(worstIn(report), report.failOn) || report.subjects.some(({ problems }) => problems.length > 0)
    ? 1
    : 0
