import * as v from 'valibot'

/** What the linter says of the vendors' documents. */
export const LintOutputSchema = v.strictObject({
  findings: v.array(
    v.strictObject({
      specification: v.string(),
      /** The vendor's own text, our overlay by itself, or what comes out of both. */
      stage: v.picklist(['raw', 'overlay', 'overlaid']),
      code: v.string(),
      severity: v.picklist(['error', 'warning', 'info', 'hint']),
      message: v.string(),
      /** A JSON Pointer into the text. */
      at: v.string(),
      line: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
  ),
  /** Whether nothing is found in what we make of them. */
  ok: v.boolean(),
})
