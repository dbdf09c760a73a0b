import * as v from 'valibot'

/** How a population is read from JSON. */
export const PopulationSchema = v.pipe(
  v.strictObject({
    count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)),
    account: v.optional(v.string(), 'default'),
  }),
  v.readonly(),
)
