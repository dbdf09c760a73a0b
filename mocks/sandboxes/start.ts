import type { NewState } from '../session.ts'
import { frozenAt, readClock, realTime, setClock } from '../world/clock.ts'
import type { Instant } from '../world/instant.ts'
import type { World } from '../world/world.ts'

/** How every sandbox begins. */
export interface Start {
  /** The name of a scenario; `default` where neither it nor a world is given. */
  readonly scenario?: string | undefined
  readonly world?: World | undefined
  /** The first instant; real time where left out. */
  readonly at?: Instant | undefined
  /** Whether the clock stands still at first. */
  readonly freeze?: boolean | undefined
  /** What a scenario's ids and sounds are derived from. */
  readonly seed?: number | undefined
  /** What the deck shows beside the session: the case file that it begins with. */
  readonly exhibit?: Readonly<Record<string, unknown>> | undefined
}

/** The state of a new sandbox. @throws PlayheadError `unknown-scenario`, `bad-instant` */
export const firstState = async (start: Start, real: Instant): Promise<NewState> => {
  const { scenario = 'default', world, at, freeze = false, seed } = start
  const running = at === undefined ? realTime(real) : setClock(realTime(real), real, at)
  const now = readClock(running, real)
  const clock = freeze ? frozenAt(now) : running
  if (world) return { world, clock, scenario: 'custom' }
  // Loaded where one is wanted: a browser that is given its own world has no use for ours.
  const { scenarioWorld } = await import('./scenario-world.ts')
  return { world: scenarioWorld(scenario, now, seed), clock, scenario }
}
