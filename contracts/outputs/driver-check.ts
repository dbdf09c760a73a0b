import * as v from 'valibot'

/** What a driver said and was told, line by line, with what is wrong and the cure. */
export const DriverCheckOutputSchema = v.strictObject({
  ok: v.boolean(),
  lines: v.array(
    v.strictObject({
      who: v.picklist(['sent', 'came', 'stderr', 'wrong', 'cure', 'fine']),
      text: v.string(),
    }),
  ),
})
