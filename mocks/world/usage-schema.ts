import * as v from 'valibot'
import { InstantSchema } from './instant-schema.ts'

/** How a usage is read from JSON. */
export const UsageSchema = v.pipe(
  v.strictObject({
    /** By quota key: the instants of the requests that were accepted. */
    accepted: v.optional(
      v.pipe(v.record(v.string(), v.pipe(v.array(InstantSchema), v.readonly())), v.readonly()),
      {},
    ),
    /** By disturbance: how many requests it was meant for have arrived. */
    arrivals: v.optional(
      v.pipe(v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))), v.readonly()),
      {},
    ),
  }),
  v.readonly(),
)
