import * as v from 'valibot'

/** Why a command could not do what it was asked: one line on standard error. */
export const ErrorOutputSchema = v.strictObject({
  error: v.strictObject({
    /** Stable: each has a section in docs/errors.md. */
    code: v.string(),
    /** What was tried, with the value it was tried on. */
    act: v.string(),
    cure: v.string(),
    docs: v.string(),
  }),
})
