import type { WorldChange } from '../../mocks/world/changes.ts'
import type { Grant } from '../../mocks/world/grant.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import { valueAt } from '../../mocks/world/timeline.ts'
import { nameOf, statusWord } from '../../mocks/world/words.ts'
import type { World } from '../../mocks/world/world.ts'

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
