import { parseCase } from '../../contracts/case.ts'
import { customWorld } from '../../mocks/scenarios/custom.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import type { World } from '../../mocks/world/world.ts'
import { parseJson } from '../read-json.ts'

/** Case files say of which Playhead they are; worlds, which hold what exists and nothing else, do not. */
export const isCase = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'playhead' in json

/** A world with another seed, where one is given. */
export const reseeded = (world: World, seed: number | undefined): World =>
  seed === undefined ? world : { ...world, seed }

/**
 * The world that a file's text holds, or the case in it.
 * @throws PlayheadError `malformed-json`, `bad-world`, `bad-instant`, `bad-duration`, `bad-case`, `case-version`
 */
export const worldIn = (
  text: string,
  file: string,
  { at, seed }: { readonly at: Instant; readonly seed: number | undefined },
): World => {
  const json = parseJson(text, file)
  return reseeded(isCase(json) ? parseCase(json).world : customWorld(json, at), seed)
}
