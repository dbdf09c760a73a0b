import * as v from 'valibot'

/** The version of the protocol; a driver says which one it speaks. */
export const protocolVersion = 1

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const instant = v.pipe(v.number(), v.integer())
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const texts = v.record(v.string(), v.string())

export const opNames = ['look', 'download', 'replies'] as const

/**
 * Where a client's time comes from, best first: `hooked` and `fake-timers` sleep through the suite, `faketime` reads a
 * clock that the suite moves, `wire` knows `now` and the Date header, `none` only the real clock: cases are scaled down to
 * seconds for it, and waited for.
 */
export const clockModes = ['hooked', 'fake-timers', 'faketime', 'wire', 'none'] as const
export type ClockMode = (typeof clockModes)[number]

/** What the suite says to a driver. Instants are milliseconds since the epoch, by the client's clock. */
export const FromSuiteSchema = v.variant('type', [
  /** First of all; answered by `capabilities`. */
  v.object({ id, type: v.literal('hello'), protocol: v.literal(protocolVersion) }),
  /** Makes a client for one vendor and one credential; answered by `result`. */
  v.object({
    id,
    type: v.literal('open'),
    /** The client's name in what follows; several may be open. */
    client: id,
    case: v.string(),
    vendor: v.string(),
    /** Where the vendor answers, without a trailing slash. */
    baseUrl: v.string(),
    /** Header names and values that say who asks. */
    credentials: texts,
    now: instant,
  }),
  /** Asks a client; answered by `result`, `error`, `unsupported` or `fault`. */
  v.object({
    id,
    type: v.literal('call'),
    client: id,
    op: v.picklist(opNames),
    args: v.object({ ref: v.string(), segment: v.exactOptional(count), from: v.exactOptional(count) }),
    now: instant,
    /** For the client's own time limits: an answer later than this counts as none. */
    deadlineMs: count,
  }),
  /** The call of this id is aborted. It is still answered. */
  v.object({ id, type: v.literal('cancel'), call: id }),
  /** The sleep of this id is over. */
  v.object({ id, type: v.literal('wake'), now: instant }),
  /** The client is needed no longer; answered by `result`. */
  v.object({ id, type: v.literal('close'), client: id }),
  /** The last word: the driver ends. */
  v.object({ id, type: v.literal('bye') }),
])
export type FromSuite = v.InferOutput<typeof FromSuiteSchema>

/** What a driver says to the suite. An answer carries the id of what it answers. */
export const FromDriverSchema = v.variant('type', [
  v.object({
    id,
    type: v.literal('capabilities'),
    protocol: v.literal(protocolVersion),
    /** As reports name the client. */
    name: v.exactOptional(v.string()),
    vendors: v.array(v.string()),
    ops: v.pipe(v.array(v.picklist(opNames)), v.minLength(1)),
    clock: v.optional(v.picklist(clockModes), 'wire'),
    /** Calls it takes at a time. */
    concurrency: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
    cancel: v.optional(v.boolean(), false),
    logs: v.optional(v.boolean(), false),
    resume: v.optional(v.boolean(), false),
  }),
  v.object({
    id,
    type: v.literal('result'),
    /** What the client concludes. */
    outcome: v.exactOptional(v.looseObject({ kind: v.string() })),
    /** Or, of a thin client, the vendor's raw answer to a look: the suite reads it. */
    raw: v.exactOptional(
      v.object({ status: v.number(), headers: v.exactOptional(texts), body: v.unknown() }),
    ),
  }),
  /** The client's own answer is an error. */
  v.object({ id, type: v.literal('error'), name: v.optional(v.string(), 'Error'), message: v.string() }),
  /** The driver does not do this; of an op that it claims, a fault. */
  v.object({ id, type: v.literal('unsupported'), message: v.optional(v.string(), 'unsupported') }),
  /** The driver itself is broken: nothing is said of the client. */
  v.object({ id, type: v.literal('fault'), message: v.string() }),
  /** The client waits so long; `wake` with this id follows. None at all tells the time. */
  v.object({
    id,
    type: v.literal('sleep'),
    ms: v.pipe(v.number(), v.minValue(0)),
    call: v.exactOptional(id),
  }),
  v.object({ type: v.literal('log'), text: v.string() }),
])
export type FromDriver = v.InferOutput<typeof FromDriverSchema>
export type DriverCapabilities = Extract<FromDriver, { type: 'capabilities' }>

/** A line of a driver: a message, or what it is instead. */
export type ReadLine =
  | { readonly message: FromDriver }
  /** No message at all. */
  | { readonly noise: string }
  /** Meant as a message, and none. */
  | { readonly noise: string; readonly why: string }

/** Reads one line of a driver's output. */
export const readLine = (line: string): ReadLine => {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return { noise: line }
  }
  if (typeof json !== 'object' || json === null || !('type' in json)) return { noise: line }
  const read = v.safeParse(FromDriverSchema, json)
  if (read.success) return { message: read.output }
  const [issue] = read.issues
  return { noise: line, why: `${v.getDotPath(issue) ?? 'the whole of it'}: ${issue.message}` }
}
