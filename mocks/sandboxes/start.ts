import { scenarioNamed } from '../scenarios/index.ts'
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
}

/** The seed of those who give none. */
const plainSeed = 1

/** The state of a new sandbox. @throws PlayheadError `unknown-scenario`, `bad-instant` */
export const firstState = (start: Start, real: Instant): NewState => {
  const { scenario = 'default', world, at, freeze = false, seed = plainSeed } = start
  const running = at === undefined ? realTime(real) : setClock(realTime(real), real, at)
  const now = readClock(running, real)
  const clock = freeze ? frozenAt(now) : running
  return world
    ? { world, clock, scenario: 'custom' }
    : { world: scenarioNamed(scenario).world(now, seed), clock, scenario }
}
