import * as v from 'valibot'

const texts = v.record(v.string(), v.string())

/** What a server says once it listens. */
export const MockOutputSchema = v.strictObject({
  url: v.string(),
  storageUrl: v.string(),
  token: v.exactOptional(v.string()),
  /** By the vendor's id: where it answers, what lets one in, and its own id of each call. */
  vendors: v.record(v.string(), v.strictObject({ baseUrl: v.string(), headers: texts, refs: texts })),
})
