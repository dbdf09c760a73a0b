import type { Disturbance } from '../../mocks/world/disturbance.ts'

/** The same trouble at any time, for every request or for one, from the first: each plainer by one thing. */
export function* simplerDisturbances(given: Disturbance): Generator<Disturbance> {
  const { from, until, ...always } = given
  if (from !== undefined || until !== undefined) yield always
  const { every, ...each } = given
  if (every !== undefined) yield each
  if (given.skip > 0) yield { ...given, skip: 0 }
  if (given.count !== undefined && given.count > 1) yield { ...given, count: 1 }
}
