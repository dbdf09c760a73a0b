import type { Instant } from '../world/instant.ts'
import type { World } from '../world/world.ts'

/** A named world, laid out around the instant at which it begins, so that it never goes stale. */
export interface Scenario {
  readonly name: string
  /** One line: what an app meets. */
  readonly title: string
  world(start: Instant, seed?: number): World
}

/** Types a scenario. */
export const defineScenario = (scenario: Scenario): Scenario => scenario
