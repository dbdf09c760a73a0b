import type { Painter } from '../../reporters/paint.ts'
import type { DriftReport } from '../drift-report.ts'

/** One form in which drift can be told. */
export interface DriftReporter {
  /** One line for the help. */
  readonly summary: string
  /** Of how many places of a change it tells where they stand, at most. */
  readonly mostPlaces: number
  /** Puts a report into this form; the text ends without a line break. */
  readonly render: (report: DriftReport, options: { readonly paint: Painter }) => string
}
