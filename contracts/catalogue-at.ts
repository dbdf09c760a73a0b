import { PlayheadError, shown } from '../mocks/world/error.ts'
import type { Rule } from './define.ts'

/** Major and minor: patches of the catalogue change no rule. */
type Version = readonly [major: number, minor: number]

const versionOf = (text: string): Version => {
  const [major = 0, minor = 0] = text.split('.').map(Number)
  return [major, minor]
}

const compare = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1]

/** Whether a text is a version of the catalogue: `1.4` or `1.4.0`. */
export const isVersion = (text: string): boolean => /^\d{1,4}\.\d{1,4}(\.\d{1,4})?$/.test(text)

/**
 * The catalogue as it stood at a version: without the rules that came later. A MUST that came with this very version warns
 * only, so that nobody's build fails on the day they update; from the next minor version on it fails. The first version
 * there was has no such grace, since nobody passed before it.
 * @param current the version that all of the rules make up
 * @throws PlayheadError `unknown-catalogue` for a version that is yet to come
 * @example catalogueAt(rules, '1.4', '1.6.0') // what a build that is pinned to 1.4 is held to
 */
export const catalogueAt = (rules: readonly Rule[], pinned: string, current: string): readonly Rule[] => {
  const at = versionOf(pinned)
  if (compare(at, versionOf(current)) > 0)
    throw new PlayheadError({
      code: 'unknown-catalogue',
      act: `Cannot hold a client to the rules of ${shown(pinned)}: this Playhead knows them up to ${current}`,
      cure: 'Update Playhead, or pin a version that it knows.',
    })
  const first = rules.map(({ since }) => versionOf(since)).toSorted(compare)[0]
  return rules
    .filter(({ since }) => compare(versionOf(since), at) <= 0)
    .map((rule): Rule => {
      const since = versionOf(rule.since)
      const isNew = compare(since, at) === 0 && first !== undefined && compare(since, first) > 0
      return isNew && rule.level === 'must'
        ? { ...rule, level: 'should', mustFrom: `${at[0]}.${at[1] + 1}` }
        : rule
    })
}
