import { PlayheadError, shown } from '../mocks/world/error.ts'
import { nearest } from '../mocks/world/nearest.ts'
import { catalogueAt, isVersion } from './catalogue-at.ts'
import { catalogueVersion } from './catalogue-version.ts'
import type { Rule } from './define.ts'
import { outsideRules, withOutsiders } from './outside.ts'
import { rules } from './rules/index.ts'

export { catalogueVersion } from './catalogue-version.ts'

/** Every rule of ours, at the level it has today, in the order reports show them. */
export const catalogue: readonly Rule[] = catalogueAt(rules, catalogueVersion, catalogueVersion)

/** Every rule there is: ours, and after them those from outside, which no version of ours pins. */
export const wholeCatalogue = (version: string = catalogueVersion): readonly Rule[] => [
  ...catalogueAt(rules, version, catalogueVersion).map(withOutsiders),
  ...outsideRules,
]

/** Some rules, and the version of the catalogue that says how they are meant. */
export interface Chosen {
  readonly rules: readonly Rule[]
  readonly version: string
}

/**
 * The rules of some ids, in the catalogue's order; a version among them pins the catalogue, and alone means all of it.
 * @throws PlayheadError `unknown-rule`, `unknown-catalogue`
 * @example chosenRules(['1.4']).rules // what `--rules 1.4` holds a client to
 */
export const chosenRules = (given: readonly string[]): Chosen => {
  const version = given.find(isVersion) ?? catalogueVersion
  const pinned = wholeCatalogue(version)
  const ids = given.filter((one) => !isVersion(one))
  const known = pinned.map(({ id }) => id)
  for (const id of ids)
    if (!known.includes(id))
      throw new PlayheadError({
        code: 'unknown-rule',
        act: `Cannot find the rule ${shown(id)}`,
        cure: `Did you mean ${nearest(id, known)}? \`playhead rules\` lists all of them.`,
      })
  return { rules: ids.length === 0 ? pinned : pinned.filter(({ id }) => ids.includes(id)), version }
}
