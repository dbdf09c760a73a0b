import * as v from 'valibot'
import { InstantSchema } from '../../mocks/world/instant-schema.ts'
import type { Event, EventOf, History } from '../history.ts'

const whole = v.pipe(v.number(), v.integer())
const at = InstantSchema
const ops = v.picklist(['look', 'download', 'replies'])
const headers = v.record(v.string(), v.string())

/** A client may answer anything that has a kind; it is kept as it came. */
const OutcomeSchema = v.custom<NonNullable<EventOf<'answered'>['outcome']>>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string',
  'is no outcome',
)

const ObjectSchema = v.strictObject({
  call: v.string(),
  segment: whole,
  from: whole,
  to: whole,
  of: whole,
})

const events = {
  asked: v.strictObject({
    kind: v.literal('asked'),
    at,
    ask: v.string(),
    op: ops,
    call: v.string(),
    id: v.string(),
    account: v.string(),
    segment: v.exactOptional(whole),
    from: v.exactOptional(whole),
  }),
  answered: v.strictObject({
    kind: v.literal('answered'),
    at,
    ask: v.string(),
    outcome: v.exactOptional(OutcomeSchema),
    error: v.exactOptional(v.strictObject({ name: v.string(), message: v.string() })),
  }),
  hung: v.strictObject({ kind: v.literal('hung'), at, ask: v.string() }),
  cancelled: v.strictObject({ kind: v.literal('cancelled'), at, ask: v.string() }),
  sent: v.strictObject({
    kind: v.literal('sent'),
    at,
    request: v.string(),
    during: v.array(v.string()),
    role: v.picklist(['api', 'storage', 'elsewhere']),
    method: v.string(),
    path: v.string(),
    headers,
  }),
  received: v.strictObject({
    kind: v.literal('received'),
    at,
    request: v.string(),
    status: whole,
    headers,
    body: v.exactOptional(v.string()),
    object: v.exactOptional(ObjectSchema),
  }),
  settled: v.strictObject({
    kind: v.literal('settled'),
    at,
    request: v.string(),
    how: v.picklist(['complete', 'reset', 'truncated', 'aborted', 'unanswered']),
  }),
  slept: v.strictObject({ kind: v.literal('slept'), at, ms: v.number() }),
  logged: v.strictObject({ kind: v.literal('logged'), at, text: v.string() }),
  clock: v.strictObject({ kind: v.literal('clock'), at, from: InstantSchema }),
  skewed: v.strictObject({ kind: v.literal('skewed'), at, ms: whole }),
  disturbed: v.strictObject({ kind: v.literal('disturbed'), at, what: v.string() }),
  world: v.strictObject({ kind: v.literal('world'), at, what: v.string() }),
} as const satisfies Readonly<Record<Event['kind'], unknown>>

export const EventSchema = v.variant('kind', Object.values(events))

/** Everything observed in one run, as a report carries it. */
export const HistorySchema = v.strictObject({
  vendor: v.string(),
  client: v.string(),
  capabilities: v.strictObject({
    logs: v.exactOptional(v.boolean()),
    cancel: v.exactOptional(v.boolean()),
    concurrency: v.exactOptional(v.boolean()),
    resume: v.exactOptional(v.boolean()),
    vendors: v.exactOptional(v.array(v.string())),
  }),
  ops: v.array(ops),
  start: InstantSchema,
  events: v.array(EventSchema),
  truths: v.array(
    v.strictObject({
      call: v.string(),
      segment: whole,
      from: whole,
      length: whole,
      sha256: v.string(),
    }),
  ),
}) satisfies v.GenericSchema<unknown, History>
