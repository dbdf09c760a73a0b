import { parseCase } from '../../contracts/case.ts'
import type { Start } from '../../mocks/sandboxes/start.ts'
import { customWorld } from '../../mocks/scenarios/custom.ts'
import { scenarioNamed } from '../../mocks/scenarios/index.ts'
import { PlayheadError } from '../../mocks/world/error.ts'
import { type Instant, parseInstant } from '../../mocks/world/instant.ts'
import type { CommandContext } from '../command.ts'
import { readJson } from '../read-json.ts'
import { isOn, numberOf, textOf } from '../text-of.ts'
import { isCase, reseeded } from './world-in.ts'

type Given = Pick<CommandContext, 'values' | 'env' | 'cwd'>

const worlds = ['scenario', 'world', 'case'] as const

/** Which one of the three ways to give a world was chosen; what is written on the line outdoes the environment. */
const chosen = ({ values, env }: Given): (typeof worlds)[number] => {
  const given = worlds.filter((name) => textOf(values, name) !== undefined)
  const written = given.filter((name) => textOf(values, name) !== env[`PLAYHEAD_${name.toUpperCase()}`])
  const [first, second] = written.length > 0 ? written : given
  if (first !== undefined && second !== undefined)
    throw new PlayheadError({
      code: 'conflicting-options',
      act: `Cannot use --${first} and --${second} together: each gives a whole world`,
      cure: 'Keep one of them.',
    })
  return first ?? 'scenario'
}

/** The file whose world was chosen to begin with, as `--world` names it. @throws PlayheadError `conflicting-options` */
export const worldFileOf = (given: Given): string | undefined =>
  chosen(given) === 'world' ? textOf(given.values, 'world') : undefined

/** The seed that was given, if any. @throws PlayheadError `bad-number` */
export const seedOf = (values: Given['values']): number | undefined =>
  numberOf(values, 'seed', { least: 0, most: 0xffff_ffff })

/**
 * How a mock begins, by its options. A world's file may be a case file as well: then it begins at the case's instant.
 * @param real real time, in milliseconds
 * @throws PlayheadError `bad-instant`, `unknown-scenario`, `unreadable-file`, `malformed-json`, `bad-world`, `bad-case`,
 *   `case-version`, `conflicting-options`, `bad-number`
 */
export const startOf = async (given: Given, real: Instant): Promise<Start> => {
  const { values, cwd } = given
  const written = textOf(values, 'at')
  const at = written === undefined ? undefined : parseInstant(written)
  const seed = seedOf(values)
  const freeze = isOn(values, 'freeze')
  const way = chosen(given)
  const name = textOf(values, way)
  if (name === undefined) return { at, seed, freeze }
  if (way === 'scenario') return { scenario: scenarioNamed(name).name, at, seed, freeze }
  const json = await readJson(name, cwd)
  if (way === 'world' && !isCase(json))
    return { world: reseeded(customWorld(json, at ?? real), seed), at, freeze }
  const one = parseCase(json)
  const { world, clock } = one
  return { world: reseeded(world, seed), at: at ?? clock.at, freeze, exhibit: { ...one } }
}
