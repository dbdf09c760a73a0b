import { scenarioNamed } from '../scenarios/index.ts'
import { PlayheadError, shown } from '../world/error.ts'
import { type Instant, toIso } from '../world/instant.ts'
import type { World } from '../world/world.ts'

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
