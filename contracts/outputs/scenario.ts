import * as v from 'valibot'

const listed = v.array(v.strictObject({ name: v.string(), title: v.string() }))

/** The named worlds there are; of a server, also the one that it shows. */
export const ScenarioOutputSchema = v.union([
  listed,
  v.strictObject({ current: v.string(), scenarios: listed }),
])
