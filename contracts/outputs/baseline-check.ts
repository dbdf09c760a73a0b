import * as v from 'valibot'
import { BaselineProblemSchema } from '../report/schema.ts'

/** What is wrong with a baseline by itself. */
export const BaselineCheckOutputSchema = v.strictObject({
  file: v.string(),
  /** How many failures it knows of. */
  known: v.pipe(v.number(), v.integer(), v.minValue(0)),
  problems: v.array(BaselineProblemSchema),
})
