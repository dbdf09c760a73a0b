import * as v from 'valibot'
import { lastInstant } from './instant.ts'

/** Milliseconds since the epoch, from 1970 to the year 9999. */
export const InstantSchema = v.pipe(
  v.number(),
  v.integer('is not a whole number of milliseconds'),
  v.minValue(0, 'lies before 1970'),
  v.maxValue(lastInstant, 'lies after the year 9999'),
)
