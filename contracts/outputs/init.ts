import * as v from 'valibot'

/** The files that were written, and those that were there and are kept. */
export const InitOutputSchema = v.strictObject({ written: v.array(v.string()), kept: v.array(v.string()) })
