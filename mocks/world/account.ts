import * as v from 'valibot'
import { timelineOf } from './timeline-schema.ts'

/** What a key is worth: `forbidden` is a valid key without the right to recordings. */
export const keyStates = ['valid', 'expired', 'revoked', 'forbidden'] as const
export type KeyState = (typeof keyStates)[number]

export const KeySchema = v.pipe(
  v.strictObject({
    vendor: v.string(),
    value: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
    state: v.optional(timelineOf(v.picklist(keyStates)), 'valid'),
  }),
  v.readonly(),
)
/** One API key of one account at one vendor. */
export type Key = v.InferOutput<typeof KeySchema>

export const AccountSchema = v.pipe(
  v.strictObject({
    id: v.pipe(
      v.string(),
      v.regex(/^[a-z0-9-]{1,32}$/, 'is no account id of 1 to 32 lower-case letters, digits and -'),
    ),
    keys: v.pipe(v.array(KeySchema), v.readonly()),
    /** The organisations it may name, at vendors that let one be named; anything may be named where left out. */
    organizations: v.exactOptional(
      v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(128))), v.readonly()),
    ),
  }),
  v.readonly(),
)
/** A customer of the vendors; nothing of one account is ever told to another. */
export type Account = v.InferOutput<typeof AccountSchema>
