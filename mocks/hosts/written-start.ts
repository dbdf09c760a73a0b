import type { Start } from '../sandboxes/start.ts'
import { type Instant, parseInstant } from '../world/instant.ts'

/** How a session begins, as somebody writes it into code. */
export interface WrittenStart {
  /** A named world, such as `flaky`. @default the one that holds every ref */
  readonly scenario?: string | undefined
  /** A world of your own in place of a scenario, as docs/world.md has it. */
  readonly world?: unknown
  /** The first instant: ISO 8601, or milliseconds since the epoch. @default real time */
  readonly at?: string | Instant | undefined
  /** Whether the clock stands still until it is moved. @default false */
  readonly freeze?: boolean | undefined
  readonly seed?: number | undefined
}

/**
 * Reads how a session begins; a world is laid out around its first instant.
 * @param real real time, in milliseconds
 * @throws PlayheadError `bad-instant`, `bad-world`, `bad-duration`
 */
export const readStart = async (written: WrittenStart, real: Instant): Promise<Start> => {
  const { scenario, world, freeze, seed } = written
  const at = written.at === undefined ? undefined : parseInstant(String(written.at))
  if (world === undefined) return { scenario, at, freeze, seed }
  // Loaded where it is wanted, as scenarios are: a page pays for what it uses.
  const { customWorld } = await import('../scenarios/custom.ts')
  const read = customWorld(world, at ?? real)
  return { world: seed === undefined ? read : { ...read, seed }, at, freeze }
}
