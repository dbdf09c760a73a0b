import type { JournalEntry } from '../journal.ts'
import type { Vendor } from '../vendors/define.ts'
import { changesIn, type WorldChange } from '../world/changes.ts'
import type { Call } from '../world/recording.ts'
import { sourceOf } from '../world/retention.ts'
import type { Timeline } from '../world/timeline.ts'
import type { Usage } from '../world/usage.ts'
import { nameOf } from '../world/words.ts'
import type { World } from '../world/world.ts'

/** A boundary with its name: what changes there, and at which call. */
export interface Mark extends WorldChange {
  readonly call?: string
}

/** Where a session's boundaries come from. */
export interface MarksOf {
  readonly world: World
  readonly vendors: readonly Vendor[]
  readonly journal: readonly JournalEntry[]
  readonly usage: Usage
}

const told = <T>(timeline: Timeline<T> | undefined, words: (to: T) => string): readonly WorldChange[] =>
  timeline?.changes.map(({ at, to }) => ({ at, what: words(to) })) ?? []

/** What changes at a call beside what every history tells. */
const furtherChanges = (call: Call): readonly WorldChange[] => [
  ...told(call.codeValid, (valid) => `the short code of ${call.ref} ${valid ? 'leads to it' : 'ends'}`),
  ...told(call.policy, (policy) => `the policy of ${call.ref} becomes ${policy}`),
  ...told(call.redaction, (redaction) => `the redaction of ${call.ref} is ${redaction}`),
]

const givenUp = ({ world, vendors }: MarksOf, call: Call): readonly WorldChange[] =>
  vendors
    .filter(({ id }) => world.retention?.[id] !== undefined)
    .flatMap((vendor) =>
      call.segments.flatMap((segment) => {
        const own = new Set(segment.source.changes.map(({ at }) => at))
        return sourceOf(world, vendor.id, segment).changes.flatMap(({ at, to }) =>
          to === 'gone' && !own.has(at)
            ? [{ at, what: `${vendor.name} gives ${nameOf(call, segment.id)} up` }]
            : [],
        )
      }),
    )

const linkEnds = ({ vendors, journal }: MarksOf): readonly Mark[] => {
  const names = new Map(vendors.map(({ id, name }) => [id, name]))
  return journal.flatMap(({ grants }) =>
    grants.flatMap(({ vendor, call, until, diesAt }) => {
      const link = `${names.get(vendor) ?? vendor}’s link to ${call}`
      return [
        ...(until === undefined ? [] : [{ at: until, what: `${link} ends`, call }]),
        ...(diesAt === undefined || diesAt === until
          ? []
          : [{ at: diesAt, what: `${link} dies early`, call }]),
      ]
    }),
  )
}

const windowEnds = ({ vendors, usage }: MarksOf): readonly Mark[] =>
  Object.entries(usage.accepted).flatMap(([key, instants]) => {
    const vendor = vendors.find(({ id }) => id === key.split(' ')[0])
    const windowMs = vendor?.rateLimit?.windowMs ?? 0
    return vendor && windowMs > 0
      ? instants.map((at) => ({ at: at + windowMs, what: `${vendor.name}’s rate limit forgets a request` }))
      : []
  })

/** The changes of one call alone, with its name. */
const callMarks = (of: MarksOf, call: Call): readonly Mark[] =>
  [
    ...changesIn({ ...of.world, accounts: [], disturbances: [], calls: [call] }),
    ...furtherChanges(call),
    ...givenUp(of, call),
  ].map((change) => ({ ...change, call: call.ref }))

/** A session's boundaries by name, in order, each name at one instant once. */
export const marksOf = (of: MarksOf): readonly Mark[] => {
  const all = [
    ...changesIn({ ...of.world, calls: [] }),
    ...of.world.calls.flatMap((call) => callMarks(of, call)),
    ...linkEnds(of),
    ...windowEnds(of),
  ]
  return [...new Map(all.map((mark) => [`${mark.at} ${mark.what}`, mark])).values()].toSorted(
    (a, b) => a.at - b.at,
  )
}
