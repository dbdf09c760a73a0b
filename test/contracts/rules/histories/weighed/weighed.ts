import type { Truth } from '../../../../../contracts/history.ts'
import type { Moments } from '../vocabulary.ts'

/** A rule and a vendor, what happened, and what the rule says of it: how often it judged, then each fault. */
export type Weighed = readonly [
  rule: string,
  vendor: string,
  happened: string,
  moments: Moments,
  says: string,
  truths?: readonly Truth[],
]
