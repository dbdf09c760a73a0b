import * as v from 'valibot'
import { InstantSchema } from './instant-schema.ts'

/**
 * Error bodies that some vendors have beside each other: OSVI's `error`, `error` with `details`, a list of `errors`; and a
 * bare `detail`, as FastAPI writes it.
 */
export const errorShapes = ['error', 'details', 'errors', 'detail'] as const
export type ErrorShape = (typeof errorShapes)[number]

const statusCode = v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))
const positive = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(86_400_000))

/** What goes wrong. Each kind declares in {@link breaksOf} which part of the vendor's document it breaks. */
export const EffectSchema = v.variant('kind', [
  /** An error in the vendor's own words; `retryAfter` (whole seconds) is told in the header, as a date, in the body or not. */
  v.strictObject({
    kind: v.literal('status'),
    status: statusCode,
    retryAfterSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400))),
    told: v.optional(v.picklist(['header', 'date', 'body', 'untold']), 'header'),
    /** Which of the vendor's several error bodies; the one its document has for the status where left out. */
    shape: v.exactOptional(v.picklist(errorShapes)),
  }),
  v.strictObject({ kind: v.literal('reset'), at: v.picklist(['before-headers', 'mid-body']) }),
  v.strictObject({ kind: v.literal('truncate') }),
  v.strictObject({ kind: v.literal('silence') }),
  v.strictObject({ kind: v.literal('slow-headers'), ms: positive }),
  v.strictObject({ kind: v.literal('trickle'), bytesPerSecond: positive }),
  v.strictObject({ kind: v.literal('content-type'), to: v.pipe(v.string(), v.maxLength(100)) }),
  /** A proxy's page in place of the answer: `status` says with which code. */
  v.strictObject({
    kind: v.literal('body'),
    as: v.picklist(['html', 'xml', 'empty', 'malformed-json', 'other-json']),
    status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)), 200),
  }),
  v.strictObject({ kind: v.literal('redirect'), to: v.picklist(['same-origin', 'other-origin']) }),
  v.strictObject({ kind: v.literal('new-fields') }),
  v.strictObject({ kind: v.literal('null-metadata') }),
  v.strictObject({ kind: v.literal('unknown-status') }),
  /** A 200 that holds nothing: it says itself that it failed, or leaves out everything it promises. */
  v.strictObject({ kind: v.literal('hollow'), as: v.picklist(['success-false', 'no-data']) }),
  /** Storage refuses a link before its stated end, as when the signer's own session has ended. */
  v.strictObject({ kind: v.literal('die-early') }),
  /**
   * Storage sends other bytes than a resumed download counts on: the whole, since a server may take no notice of a Range
   * (RFC 9110 section 14.2), a part that begins elsewhere, as its Content-Range says (section 15.3.7), or those of another
   * object that has replaced the one before, with an entity tag of its own.
   */
  v.strictObject({ kind: v.literal('other-bytes'), as: v.picklist(['whole', 'elsewhere', 'replaced']) }),
])
export type Effect = v.InferOutput<typeof EffectSchema>

/** Every kind of effect there is. */
export const effectKinds: readonly Effect['kind'][] = EffectSchema.options.map(
  ({ entries }) => entries.kind.literal,
)

export const DisturbanceSchema = v.pipe(
  v.strictObject({
    id: v.pipe(
      v.string(),
      v.regex(/^[A-Za-z0-9_.-]{1,64}$/, 'is no id of 1 to 64 letters, digits, -, _ and .'),
      // Arrivals are counted by id in a plain object.
      v.check((id) => !(id in {}), 'is a name that every object has'),
    ),
    effect: EffectSchema,
    /** Which requests meet it; what is left out matches all. */
    on: v.optional(
      v.strictObject({
        role: v.optional(v.picklist(['api', 'storage'])),
        vendor: v.optional(v.string()),
        operation: v.optional(v.string()),
        call: v.optional(v.string()),
      }),
      {},
    ),
    /** Only in this stretch of virtual time: `[from, until)`. */
    from: v.optional(InstantSchema),
    until: v.optional(InstantSchema),
    /** Of the matching arrivals since it was armed, lets this many pass first. */
    skip: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
    /** Then disturbs this many; for ever where left out. */
    count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    /** Begins anew with each so many matching arrivals, and then disturbs one of them where no count is given. */
    every: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  v.readonly(),
)
/** Trouble that a world has in store for some requests. */
export type Disturbance = v.InferOutput<typeof DisturbanceSchema>
