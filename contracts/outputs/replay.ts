import * as v from 'valibot'
import { FindingSchema } from '../report/schema.ts'

/** What became of a case that was run again; why it could not be run stands on standard error. */
export const ReplayOutputSchema = v.variant('verdict', [
  v.strictObject({
    verdict: v.picklist(['FIXED', 'FAILED']),
    /** How often there was something to judge. */
    judged: v.pipe(v.number(), v.integer(), v.minValue(0)),
    findings: v.array(FindingSchema),
  }),
  v.strictObject({ verdict: v.literal('ERROR') }),
])
