import * as v from 'valibot'
import { grades } from '../drift/grade.ts'
import { driftRules } from '../drift/rules/index.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const line = v.pipe(v.number(), v.integer(), v.minValue(1))
const grade = v.picklist(grades)
const worst = v.picklist([...grades, 'none'])

const place = {
  /** A JSON Pointer into the document. */
  pointer: v.string(),
  line: v.exactOptional(line),
  column: v.exactOptional(line),
}
const written = v.strictObject(place)
const side = v.strictObject({ ...place, value: v.exactOptional(v.unknown()) })

/** One change, with its one cause, however many places it shows at. */
export const DriftChangeSchema = v.strictObject({
  /** The same for the same change in every run. */
  fingerprint: v.string(),
  rule: v.picklist(Object.keys(driftRules)),
  grade,
  says: v.string(),
  base: v.exactOptional(side),
  head: v.exactOptional(side),
  places: v.array(
    v.strictObject({
      operation: v.string(),
      where: v.string(),
      base: v.exactOptional(written),
      head: v.exactOptional(written),
    }),
  ),
  /** Behaviour rules and files of ours that lean on it. */
  touches: v.strictObject({ rules: v.array(v.string()), files: v.array(v.string()) }),
  /** How often traffic showed it, when first and last, and one exchange that did, redacted. */
  seen: v.exactOptional(
    v.strictObject({ times: count, first: v.string(), last: v.string(), sample: v.string() }),
  ),
})

const compared = {
  worst,
  /** What the two documents are called. */
  base: v.string(),
  head: v.string(),
  changes: v.array(DriftChangeSchema),
  /** The operations that were looked at. */
  operations: v.array(v.string()),
  /** Those that are not in use: how many, how many of them moved, and how many could not be compared. */
  elsewhere: v.strictObject({ operations: count, changed: count, broken: count, worst }),
  /** What of the document traffic never showed, where traffic was checked. */
  unseen: v.exactOptional(
    v.array(
      v.strictObject({
        operation: v.string(),
        where: v.string(),
        kind: v.picklist(['status', 'field', 'value']),
        never: v.array(v.unknown()),
      }),
    ),
  ),
  accepted: v.array(v.strictObject({ change: DriftChangeSchema, reason: v.string(), until: v.string() })),
  /** What is wrong with the accept-list. */
  problems: v.array(v.string()),
}

/** How two documents differ; or each vendor's, where the vendors are checked. */
export const DriftOutputSchema = v.union([
  v.strictObject(compared),
  v.strictObject({ worst, vendors: v.array(v.strictObject({ vendor: v.string(), ...compared })) }),
])
