import { scenarioNamed } from '../scenarios/index.ts'
import type { NewState } from '../session.ts'
import { frozenAt, readClock, realTime, setClock } from '../world/clock.ts'
import { PlayheadError, shown } from '../world/error.ts'
import { type Instant, toIso } from '../world/instant.ts'
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

/**
 * The world of a scenario, laid out around an instant.
 * @throws PlayheadError `unknown-scenario`; `bad-instant` where some of it would lie before 1970 or after 9999
 */
export const scenarioWorld = (name: string, now: Instant, seed: number = plainSeed): World => {
  const scenario = scenarioNamed(name)
  try {
    return scenario.world(now, seed)
  } catch (cause) {
    throw new PlayheadError({
      code: 'bad-instant',
      act: `Cannot lay the scenario ${shown(name)} out around ${toIso(now)}: some of it would lie outside 1970 to 9999`,
      cure: 'Choose an instant at least a day from either end.',
      cause,
    })
  }
}

/** The state of a new sandbox. @throws PlayheadError `unknown-scenario`, `bad-instant` */
export const firstState = (start: Start, real: Instant): NewState => {
  const { scenario = 'default', world, at, freeze = false, seed } = start
  const running = at === undefined ? realTime(real) : setClock(realTime(real), real, at)
  const now = readClock(running, real)
  const clock = freeze ? frozenAt(now) : running
  return world
    ? { world, clock, scenario: 'custom' }
    : { world: scenarioWorld(scenario, now, seed), clock, scenario }
}
