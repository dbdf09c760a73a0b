import * as v from 'valibot'
import { basisSources } from '../define.ts'
import { levels } from '../report/schema.ts'

const level = v.picklist(levels)

/** The rules of the catalogue, without the code that judges. */
export const RulesOutputSchema = v.array(
  v.strictObject({
    id: v.string(),
    level,
    says: v.string(),
    /** The catalogue version it came with, and from which on it is a MUST. */
    since: v.string(),
    mustFrom: v.exactOptional(v.string()),
    needs: v.array(v.string()),
    /** By the vendor's id. */
    levels: v.record(v.string(), level),
    basis: v.array(
      v.strictObject({
        vendor: v.exactOptional(v.string()),
        /** The vendor's pinned page where left out. */
        from: v.exactOptional(v.picklist(basisSources)),
        quote: v.string(),
      }),
    ),
  }),
)
