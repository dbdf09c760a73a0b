import type { Instant } from './instant.ts'
import type { LinkKind } from './recording.ts'
import type { Timeline } from './timeline.ts'
import { nameOf, statusWord } from './words.ts'
import type { World } from './world.ts'

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
