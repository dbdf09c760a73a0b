import * as v from 'valibot'
import { AccountSchema } from './account.ts'
import { DisturbanceSchema } from './disturbance.ts'
import { PlayheadError, shown } from './error.ts'
import { PopulationSchema } from './population-schema.ts'
import { CallSchema } from './recording.ts'
import { storageIds } from './storage-id.ts'

/** The ways a vendor may tell of a rate limit: in headers (on every answer), as a date, in the body, or not at all. */
export const limitTellings = ['header', 'date', 'body', 'untold'] as const
export type LimitTelling = (typeof limitTellings)[number]

/** What a vendor publishes, or what third parties saw of it. */
export const profiles = ['published', 'live'] as const
export type Profile = (typeof profiles)[number]

/** The most calls a world may list one by one; more than that is what a population is for. */
const mostCalls = 200_000

export const WorldSchema = v.pipe(
  v.strictObject({
    /** Everything that is derived (ids, keys' secrets, sounds) is derived from it. */
    seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)), 1),
    accounts: v.pipe(v.array(AccountSchema), v.maxLength(1000), v.readonly()),
    calls: v.pipe(v.array(CallSchema), v.maxLength(mostCalls), v.readonly()),
    population: v.exactOptional(PopulationSchema),
    disturbances: v.optional(v.pipe(v.array(DisturbanceSchema), v.maxLength(1000), v.readonly()), []),
    /**
     * How long a link lives, in whole seconds from 2 to a week, by vendor; a vendor's own lifetime where left out. A
     * link of one second would be told as none, since what is told is rounded down.
     */
    lifetimes: v.optional(
      v.pipe(
        v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(604_800))),
        v.readonly(),
      ),
      {},
    ),
    /** Whether vendors' published rate limits are kept. */
    quotas: v.optional(v.boolean(), true),
    /** How a rate limit is told, by vendor; in the vendor's own header, and on refusals alone, where left out. */
    limits: v.exactOptional(v.pipe(v.record(v.string(), v.picklist(limitTellings)), v.readonly())),
    /** The kind of storage that links lead to, by vendor; the vendor's own where left out. */
    storage: v.exactOptional(v.pipe(v.record(v.string(), v.picklist(storageIds)), v.readonly())),
    /** The words a vendor uses, where what is published and what was seen live differ; `published` where left out. */
    profiles: v.exactOptional(v.pipe(v.record(v.string(), v.picklist(profiles)), v.readonly())),
    /** By vendor: so many calendar months after its start a recording's source is gone; never where left out. */
    retention: v.exactOptional(
      v.pipe(
        v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120))),
        v.readonly(),
      ),
    ),
  }),
  v.readonly(),
)
/** What exists, told for all time: every value that can change is a timeline. It is plain JSON. */
export type World = v.InferOutput<typeof WorldSchema>

const twice = (names: readonly string[]): string | undefined => {
  const seen = new Set<string>()
  return names.find((name) => seen.size === seen.add(name).size)
}

const badWorld = (what: string, cure: string): PlayheadError =>
  new PlayheadError({ code: 'bad-world', act: `Cannot use this world: ${what}`, cure })

/**
 * Reads a world from JSON and fills in what it leaves out.
 * @throws PlayheadError `bad-world`, naming the place and what stands there
 * @example parseWorld({ accounts: [], calls: [{ ref: 'c1', segments: [{ id: 's1', status: 'completed' }] }] })
 */
export const parseWorld = (json: unknown): World => {
  const read = v.safeParse(WorldSchema, json)
  if (!read.success) {
    const [issue] = read.issues
    throw badWorld(
      `${v.getDotPath(issue) ?? 'the whole of it'} ${issue.message}, given ${shown(issue.input)}`,
      'See docs/world.md for the shape of a world, or start from `playhead scenario show valid`.',
    )
  }
  const world = read.output
  const repeated = twice(world.calls.map(({ ref }) => ref))
  if (repeated)
    throw badWorld(`two calls have the ref ${shown(repeated)}`, 'Give each call a ref of its own.')
  const twin = world.calls.find(({ segments }) => twice(segments.map(({ id }) => id)))
  if (twin)
    throw badWorld(
      `call ${shown(twin.ref)} has two segments of one id`,
      'Give each segment an id of its own.',
    )
  const sameAccount = twice(world.accounts.map(({ id }) => id))
  if (sameAccount)
    throw badWorld(`two accounts have the id ${shown(sameAccount)}`, 'Give each account an id of its own.')
  const sameKey = twice(
    world.accounts.flatMap(({ keys }) => keys.map(({ vendor, value }) => `${vendor} ${value}`)),
  )
  if (sameKey)
    throw badWorld('two keys of one vendor have the same value', 'Give each key a value of its own.')
  const sameTrouble = twice(world.disturbances.map(({ id }) => id))
  if (sameTrouble)
    throw badWorld(
      `two disturbances have the id ${shown(sameTrouble)}`,
      'Give each disturbance an id of its own.',
    )
  return world
}
