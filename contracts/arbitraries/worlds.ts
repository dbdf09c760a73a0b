import fc from 'fast-check'
import { vendors as allVendors } from '../../mocks/vendors/index.ts'
import { type Account, type KeyState, keyStates } from '../../mocks/world/account.ts'
import type { Disturbance } from '../../mocks/world/disturbance.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import {
  type Call,
  type LinkKind,
  linkKinds,
  mediaTypes,
  type Reply,
  type Segment,
} from '../../mocks/world/recording.ts'
import { type RecordingStatus, recordingStatuses } from '../../mocks/world/recording-status.ts'
import { settled, type Timeline } from '../../mocks/world/timeline.ts'
import type { World } from '../../mocks/world/world.ts'
import { troubles } from './disturbances.ts'
import { varied } from './variations.ts'

/** Where generated worlds begin: 31 January 2026, 09:00:00 UTC. */
export const worldStart: Instant = 1_769_850_000_000

/** Instants at which a generated world may change: soon, at the ends of usual lifetimes, and anywhere in two hours. */
export const changeInstants = (): fc.Arbitrary<Instant> =>
  fc
    .oneof(
      fc.constantFrom(0, 1000, 10_000, 60_000, 300_000, 900_000, 3_600_000),
      fc.integer({ min: 0, max: 7_200_000 }),
    )
    .map((offset) => worldStart + offset)

/** A value that changes at most so many times. */
const timelines = <T>(values: fc.Arbitrary<T>, mostChanges = 2): fc.Arbitrary<Timeline<T>> =>
  fc
    .tuple(values, fc.array(fc.record({ at: changeInstants(), to: values }), { maxLength: mostChanges }))
    .map(([initially, changes]) => settled({ initially, changes }))

/** Mostly the first value and no change. */
const mostly = <T>(usual: T, values: readonly T[], weight = 6): fc.Arbitrary<Timeline<T>> =>
  fc.oneof(
    { weight, arbitrary: fc.constant<Timeline<T>>({ initially: usual, changes: [] }) },
    timelines(fc.constantFrom(...values)),
  )

const statuses = (): fc.Arbitrary<Timeline<RecordingStatus | null>> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({ initially: 'completed' as const, changes: [] }) },
    {
      weight: 2,
      arbitrary: changeInstants().map((at) =>
        settled<RecordingStatus | null>({ initially: 'processing', changes: [{ at, to: 'completed' }] }),
      ),
    },
    {
      weight: 5,
      arbitrary: timelines(fc.constantFrom<RecordingStatus | null>('completed', null, ...recordingStatuses)),
    },
  )

type Parts = Omit<Segment, 'id' | 'startedAt'>
type CallParts = fc.Arbitrary<
  Omit<Call, 'ref' | 'ids' | 'segments' | 'replies'> & {
    readonly segments: readonly Parts[]
    readonly replies: readonly Omit<Reply, 'id'>[]
  }
>

const segments = (fixed: { [K in keyof Parts]?: fc.Arbitrary<Parts[K]> } = {}): fc.Arbitrary<Parts> =>
  fc.record({
    status: statuses(),
    source: mostly<'kept' | 'gone'>('kept', ['kept', 'gone']),
    link: mostly<LinkKind>('live', ['none', ...linkKinds], 3),
    // Halves and awkward fractions: what rounding and the wrong unit are found by.
    durationSeconds: fc.constantFrom(1, 2, 0.5, 1.234, 3.7, 30),
    metadata: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false)),
    type: fc.constantFrom(...mediaTypes),
    ...fixed,
  })

const replies = (): fc.Arbitrary<Omit<Reply, 'id'>> =>
  fc.record({
    from: fc.constantFrom('+15550100', '+15550101'),
    body: fc.constantFrom('Yes', '', 'See you at 9 — thanks ✓'),
    at: changeInstants(),
  })

const always = <T>(value: T): fc.Arbitrary<Timeline<T>> =>
  fc.constant<Timeline<T>>({ initially: value, changes: [] })

/** What a client must be able to play, whenever it is asked. */
const ready = {
  status: always<RecordingStatus | null>('completed'),
  source: always<'kept' | 'gone'>('kept'),
  link: always<LinkKind>('live'),
}

/** A call of the first account with one recording that always plays: what goes wrong with it is the client or trouble. */
const playableCalls = (): CallParts =>
  fc.record({
    account: fc.constant('default'),
    known: always(true),
    segments: fc.oneof(
      { weight: 3, arbitrary: fc.array(segments(ready), { minLength: 1, maxLength: 1 }) },
      fc.array(segments(ready), { minLength: 2, maxLength: 3 }),
    ),
    replies: fc.array(replies(), { maxLength: 2 }),
  })

/**
 * A call of the first account that is in one state, often for good: each state comes as often as the others, since a
 * client may be wrong about one of them alone.
 */
const calmCalls = (): CallParts => {
  const status = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<RecordingStatus | null>(...recordingStatuses) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
  const lasting = status.map((value) => ({ initially: value, changes: [] }))
  const passing = fc
    .tuple(status, changeInstants(), fc.constantFrom<RecordingStatus>('completed', ...recordingStatuses))
    .map(([initially, at, to]) => settled<RecordingStatus | null>({ initially, changes: [{ at, to }] }))
  const alone = segments({
    status: fc.oneof({ weight: 2, arbitrary: lasting }, passing),
    source: always<'kept' | 'gone'>('kept'),
    link: fc.constantFrom<LinkKind>('live', 'live', 'none').map((kind) => ({ initially: kind, changes: [] })),
  })
  return fc.record({
    account: fc.constant('default'),
    known: always(true),
    segments: fc.oneof(
      { weight: 12, arbitrary: fc.array(alone, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
    replies: fc.array(replies(), { maxLength: 2 }),
  })
}

const anyCalls = (): CallParts =>
  fc.record({
    account: fc.oneof({ weight: 6, arbitrary: fc.constant('default') }, fc.constant('foreign')),
    known: mostly(true, [true, false], 8),
    segments: fc.oneof(
      { weight: 5, arbitrary: fc.array(segments(), { minLength: 1, maxLength: 1 }) },
      { weight: 4, arbitrary: fc.array(segments(), { minLength: 2, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
    replies: fc.array(replies(), { maxLength: 2 }),
  })

const calls = (parts: CallParts): fc.Arbitrary<Omit<Call, 'ref' | 'ids'>> =>
  parts.map(({ segments: parts, replies: texts, ...rest }) => ({
    ...rest,
    segments: parts.map((part, index) => ({
      id: `s${index + 1}`,
      ...part,
      // Oldest first, a minute apart, with milliseconds that only some vendors can tell.
      startedAt: part.metadata ? worldStart - 600_000 + index * 60_000 + 123 : null,
    })),
    replies: texts.map((text, index) => ({ id: `r${index + 1}`, ...text })),
  }))

/** The keys an account holds: one for each vendor that asks for one. */
const account = (id: string, states: Timeline<KeyState>): Account => ({
  id,
  keys: allVendors.flatMap(({ id: vendor, credential }) =>
    credential
      ? {
          vendor,
          value:
            id === 'default'
              ? credential.defaultKey
              : credential.defaultKey.replace('playhead', id.padEnd(8, '-').slice(0, 8)),
          state: states,
        }
      : [],
  ),
})

/** The accounts of a plain world: `default` and `foreign`, each with a valid key for every vendor. */
export const plainAccounts = (): readonly Account[] =>
  ['default', 'foreign'].map((id) => account(id, { initially: 'valid', changes: [] }))

/**
 * Small worlds: one to three calls (`c1` …) of no to three segments (`s1` …) in all statuses over time, links of every
 * kind, sources that go, replies, a second account, keys that lapse, lifetimes of links, and trouble now and then. All
 * of it lies around {@link worldStart}; every world survives JSON.
 * @param options.various with vendors that do otherwise than by default, too: see {@link varied}
 */
export const worlds = ({
  disturbed = true,
  various = false,
}: {
  disturbed?: boolean
  various?: boolean
} = {}): fc.Arbitrary<World> =>
  various ? plainWorlds(disturbed).chain((world) => varied(world, changeInstants())) : plainWorlds(disturbed)

/** The state of the first account's keys: mostly valid, or until they lapse, or in any state at any time. */
const keys = (): fc.Arbitrary<Timeline<KeyState>> =>
  fc.oneof(
    { weight: 10, arbitrary: always<KeyState>('valid') },
    {
      weight: 1,
      arbitrary: fc
        .tuple(changeInstants(), fc.constantFrom(...keyStates))
        .map(([at, to]) => settled<KeyState>({ initially: 'valid', changes: [{ at, to }] })),
    },
    timelines(fc.constantFrom(...keyStates)),
  )

const plainWorlds = (disturbed: boolean): fc.Arbitrary<World> =>
  fc
    .record({
      seed: fc.constantFrom(1, 2, 3),
      keys: keys(),
      // Many worlds begin with a call that plays: much of what a client does wrong shows with one of these alone.
      first: fc.oneof(
        { weight: 4, arbitrary: calls(playableCalls()) },
        { weight: 3, arbitrary: calls(calmCalls()) },
        { weight: 3, arbitrary: calls(anyCalls()) },
      ),
      others: fc.array(calls(anyCalls()), { maxLength: 2 }),
      disturbances: disturbed
        ? fc.oneof(
            { weight: 3, arbitrary: fc.constant<Omit<Disturbance, 'id'>[]>([]) },
            fc.array(troubles(), { minLength: 1, maxLength: 3 }),
          )
        : fc.constant<Omit<Disturbance, 'id'>[]>([]),
      // Odd ones too: a time limit of a client is a round number, and must not be taken for a link's end.
      lifetime: fc.oneof(fc.constant(undefined), fc.constantFrom(2, 7, 7, 77, 77, 613, 900, 3600, 604_800)),
    })
    .map(({ seed, keys, first, others, disturbances, lifetime }) => ({
      seed,
      accounts: [account('default', keys), ...plainAccounts().slice(1)],
      calls: [first, ...others].map((call, index) => ({ ref: `c${index + 1}`, ids: {}, ...call })),
      disturbances: disturbances.map((trouble, index) => ({ id: `d${index + 1}`, ...trouble })),
      lifetimes: lifetime === undefined ? {} : Object.fromEntries(allVendors.map(({ id }) => [id, lifetime])),
      quotas: true,
    }))
