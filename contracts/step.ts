import * as v from 'valibot'
import { DisturbanceSchema } from '../mocks/world/disturbance.ts'
import { recordingStatuses } from '../mocks/world/recording-status.ts'

const ms = v.pipe(v.number(), v.integer(), v.minValue(-31_536_000_000), v.maxValue(31_536_000_000))
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))
const name = v.pipe(v.string(), v.maxLength(200))

/** Where the clock is to go: told as a goal and reached at run time; a goal that lies behind changes nothing. */
export const GoalSchema = v.variant('goal', [
  v.strictObject({ goal: v.literal('by'), ms: v.pipe(ms, v.minValue(0)) }),
  /** The world's next boundary. */
  v.strictObject({ goal: v.literal('boundary'), offsetMs: ms }),
  /** The end of the link last handed out for a call: where storage stops taking it, told or not. */
  v.strictObject({ goal: v.literal('link-end'), call: name, offsetMs: ms }),
  /** The next instant at which a segment of the call takes this status. */
  v.strictObject({
    goal: v.literal('status'),
    call: name,
    status: v.picklist(recordingStatuses),
    offsetMs: ms,
  }),
])
export type Goal = v.InferOutput<typeof GoalSchema>

/** One step of a case. Steps are goals, so that leaving one out or moving it never makes a case meaningless. */
export const StepSchema = v.variant('do', [
  /** The client is asked. With `overlap` the next step does not wait for its answer. */
  v.strictObject({
    do: v.literal('ask'),
    op: v.picklist(['look', 'download', 'replies']),
    call: name,
    account: v.exactOptional(v.string()),
    overlap: v.exactOptional(v.boolean()),
    segment: v.exactOptional(whole),
    from: v.exactOptional(whole),
    /** Asks with this text in place of the call's id. */
    id: v.exactOptional(name),
  }),
  v.strictObject({ do: v.literal('clock'), to: GoalSchema }),
  /** The next request to this role is answered, but its answer is kept back. */
  v.strictObject({ do: v.literal('hold'), role: v.picklist(['api', 'storage']) }),
  /** The oldest answer kept back is delivered. */
  v.strictObject({ do: v.literal('deliver') }),
  /** The call last asked and not yet answered is aborted. */
  v.strictObject({ do: v.literal('cancel') }),
  v.strictObject({ do: v.literal('disturb'), disturbance: DisturbanceSchema }),
  v.strictObject({ do: v.literal('calm') }),
  /** The client's clock is set this far ahead of (or behind) the world's. */
  v.strictObject({ do: v.literal('skew'), ms }),
  /** Waits until every call is answered. */
  v.strictObject({ do: v.literal('settle') }),
])
export type Step = v.InferOutput<typeof StepSchema>
