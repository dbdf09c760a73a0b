import * as v from 'valibot'

/** Generated files: those that were written or have to be, and those that were right. */
export const GenerateOutputSchema = v.strictObject({
  stale: v.array(v.string()),
  current: v.array(v.string()),
})
