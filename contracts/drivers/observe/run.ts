import * as v from 'valibot'
import { InstantSchema } from '../../../mocks/world/instant-schema.ts'

/** The version of a recorded run's shape. */
export const runVersion = 1

const TextsSchema = v.pipe(v.record(v.string(), v.string()), v.readonly())
/** Longer than anybody records: later instants must still be some. */
const RealMsSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(31_536_000_000, 'is longer than a year'))
const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

export const RunHeadSchema = v.pipe(
  v.strictObject({
    playhead: v.literal(runVersion),
    kind: v.literal('run'),
    /** What wrote it, such as `Playhead 1.0.0`. */
    by: v.string(),
    /** What `{api}` and `{storage}` stand for in its texts. */
    api: v.string(),
    storage: v.string(),
  }),
  v.readonly(),
)
/** The first line of a recorded run. */
export type RunHead = v.InferOutput<typeof RunHeadSchema>

const SentSchema = v.strictObject({
  kind: v.literal('sent'),
  at: InstantSchema,
  request: v.string(),
  role: v.picklist(['api', 'storage']),
  method: v.string(),
  path: v.string(),
  headers: TextsSchema,
})

const ReceivedSchema = v.strictObject({
  kind: v.literal('received'),
  at: InstantSchema,
  request: v.string(),
  status: v.pipe(v.number(), v.integer()),
  headers: TextsSchema,
  body: v.exactOptional(v.string()),
  object: v.exactOptional(
    v.strictObject({
      call: v.string(),
      segment: CountSchema,
      from: CountSchema,
      to: CountSchema,
      of: CountSchema,
    }),
  ),
})

const SettledSchema = v.strictObject({
  kind: v.literal('settled'),
  at: InstantSchema,
  request: v.string(),
  how: v.picklist(['complete', 'reset', 'truncated', 'aborted', 'unanswered']),
})

export const RunLineSchema = v.pipe(
  v.strictObject({
    /** Whose traffic it is: parallel users are judged apart. */
    sandbox: v.string(),
    /** The vendor asked, where the path of a request to an API is one of its operations. */
    vendor: v.exactOptional(v.string()),
    /** Real milliseconds since the recording began: the world's clock may be moved or stand still. */
    realMs: RealMsSchema,
    event: v.variant('kind', [SentSchema, ReceivedSchema, SettledSchema]),
  }),
  v.readonly(),
)
/** One event of a recorded run, in the words of histories; what cannot be seen on a wire is not there. */
export type RunLine = v.InferOutput<typeof RunLineSchema>

export const RunEndSchema = v.pipe(
  v.strictObject({ kind: v.literal('end'), realMs: RealMsSchema }),
  v.readonly(),
)
/** The last line of a run that was recorded to its end. */
export type RunEnd = v.InferOutput<typeof RunEndSchema>

/** A recorded run. */
export interface Run {
  readonly head: RunHead
  readonly lines: readonly RunLine[]
  /** Whether it was recorded to its end. */
  readonly ended: boolean
  /** The number of a last line that was written in part and is passed over. */
  readonly torn: number | undefined
  /** Why a credential header cannot be judged, by its name: an export leaves some out. */
  readonly hidden?: Readonly<Record<string, string>>
}
