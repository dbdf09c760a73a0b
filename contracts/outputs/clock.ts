import * as v from 'valibot'
import { InstantSchema } from '../../mocks/world/instant-schema.ts'

/** What a server tells of its clock. */
export const ClockOutputSchema = v.strictObject({
  now: InstantSchema,
  /** The same in ISO 8601. */
  iso: v.string(),
  mode: v.picklist(['running', 'frozen']),
  /** Virtual milliseconds a real one. */
  speed: v.number(),
  /** The next instant at which some answer changes. */
  next: v.exactOptional(InstantSchema),
})
