import { PlayheadError, shown } from '../mocks/world/error.ts'
import { nearest } from '../mocks/world/nearest.ts'
import type { Rule } from './define.ts'
import { rules } from './rules/index.ts'

export { catalogueVersion } from './catalogue-version.ts'

/** Every rule there is, in the order reports show them. */
export const catalogue: readonly Rule[] = rules

/** The rules of some ids, in the catalogue's order. @throws PlayheadError `unknown-rule` */
export const rulesNamed = (ids: readonly string[]): readonly Rule[] => {
  const known = catalogue.map(({ id }) => id)
  for (const id of ids)
    if (!known.includes(id))
      throw new PlayheadError({
        code: 'unknown-rule',
        act: `Cannot find the rule ${shown(id)}`,
        cure: `Did you mean ${nearest(id, known)}? \`playhead rules\` lists all of them.`,
      })
  return catalogue.filter(({ id }) => ids.includes(id))
}
