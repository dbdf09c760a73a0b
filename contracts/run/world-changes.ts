import type { Grant } from '../../mocks/world/grant.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import type { Call, LinkKind } from '../../mocks/world/recording.ts'
import { type Timeline, valueAt } from '../../mocks/world/timeline.ts'
import type { World } from '../../mocks/world/world.ts'

/** One change of a world, in words. */
export interface WorldChange {
  readonly at: Instant
  readonly what: string
}

const links: Readonly<Record<LinkKind, string>> = {
  live: 'are live again',
  'arrives-dead': 'arrive dead',
  'dies-early': 'die early',
  none: 'are no longer given',
}

const told = <T>({ changes }: Timeline<T>, words: (to: T) => string): readonly WorldChange[] =>
  changes.map(({ at, to }) => ({ at, what: words(to) }))

/** A segment's name in a sentence: the call's own where it has only one. */
const nameOf = ({ ref, segments }: Call, id: string): string => (segments.length === 1 ? ref : `${ref}/${id}`)

const statusWord = (status: string | null): string => status ?? 'of unknown status'

/** Every change of a world for all time, in order. */
export const changesIn = (world: World): readonly WorldChange[] =>
  [
    ...world.accounts.flatMap(({ id, keys }) => {
      // A person has one key for each vendor, and they lapse together in most worlds: one line tells it.
      const words = keys.flatMap(({ state }) => told(state, (to) => `the key of ${id} becomes ${to}`))
      return words.filter(
        ({ at, what }, index) => words.findIndex((other) => other.at === at && other.what === what) === index,
      )
    }),
    ...world.calls.flatMap((call) => [
      ...told(call.known, (to) => `${call.ref} becomes ${to ? 'known' : 'unknown'}`),
      ...call.replies.map(({ at, id }) => ({ at, what: `reply ${id} to ${call.ref} arrives` })),
      ...call.segments.flatMap(({ id, status, source, link }) => [
        ...told(status, (to) => `${nameOf(call, id)} becomes ${statusWord(to)}`),
        ...told(source, (to) =>
          to === 'gone'
            ? `the source of ${nameOf(call, id)} is gone`
            : `the source of ${nameOf(call, id)} is back`,
        ),
        ...told(link, (to) => `new links of ${nameOf(call, id)} ${links[to]}`),
      ]),
    ]),
    ...world.disturbances.flatMap(({ id, from, until }) => [
      ...(from === undefined ? [] : [{ at: from, what: `disturbance ${id} begins` }]),
      ...(until === undefined ? [] : [{ at: until, what: `disturbance ${id} ends` }]),
    ]),
  ].toSorted((a, b) => a.at - b.at)

/** What changes after one instant and up to another: the world's own changes and the ends of links handed out, in order. */
export const changesBetween = (
  changes: readonly WorldChange[],
  grants: readonly Grant[],
  after: Instant,
  upTo: Instant,
): readonly WorldChange[] => {
  const ends = new Map<string, WorldChange>()
  for (const { call, until, diesAt } of grants) {
    if (until !== undefined) ends.set(`${call} ${until}`, { at: until, what: `the link of ${call} ends` })
    if (diesAt !== undefined)
      ends.set(`${call} ${diesAt} early`, { at: diesAt, what: `the link of ${call} dies early` })
  }
  return [...changes, ...ends.values()]
    .filter(({ at }) => at > after && at <= upTo)
    .toSorted((a, b) => a.at - b.at)
}

/** What some calls are at an instant, one sentence each: how a history begins. */
export const statesIn = (world: World, refs: readonly string[], now: Instant): readonly string[] =>
  world.calls
    .filter(({ ref }) => refs.includes(ref))
    .flatMap((call) => {
      if (!valueAt(call.known, now)) return [`${call.ref} is unknown`]
      if (call.segments.length === 0) return [`${call.ref} has no recording`]
      return call.segments.map(
        ({ id, status }) => `${nameOf(call, id)} is ${statusWord(valueAt(status, now))}`,
      )
    })
