import { describe, expect, test } from 'vitest'
import { catalogue, chosenRules } from '../../contracts/catalogue.ts'
import { catalogueAt, isVersion } from '../../contracts/catalogue-at.ts'
import { catalogueVersion } from '../../contracts/catalogue-version.ts'
import type { Rule } from '../../contracts/define.ts'
import { rules } from '../../contracts/rules/index.ts'

const [model] = rules
if (!model) throw new Error('no rules')
const rule = (id: string, since: string, level: Rule['level'] = 'must'): Rule => ({
  ...model,
  id,
  since,
  level,
})

const all = [
  rule('old', '1.0.0'),
  rule('newer', '1.4.0'),
  rule('advice', '1.4.0', 'should'),
  rule('late', '2.0.0'),
]
const levels = (version: string, current = '2.0.0'): Record<string, string> =>
  Object.fromEntries(catalogueAt(all, version, current).map(({ id, level }) => [id, level]))

describe('a catalogue pinned to a version', () => {
  test('leaves out what came later', () => {
    expect(levels('1.0')).toEqual({ old: 'must' })
    expect(levels('1.3.9')).toEqual({ old: 'must' })
  })

  test('warns of a new MUST for one minor version, and fails by it from the next on', () => {
    expect(levels('1.4')).toEqual({ old: 'must', newer: 'should', advice: 'should' })
    expect(levels('1.5')).toEqual({ old: 'must', newer: 'must', advice: 'should' })
    expect(levels('2.0')).toMatchObject({ newer: 'must', late: 'should' })
    expect(levels('2.1', '2.1.0')).toMatchObject({ late: 'must' })
  })

  test('says from when on a new MUST is one', () => {
    const told = catalogueAt(all, '1.4', '2.0.0').map(({ id, mustFrom }) => [id, mustFrom])
    expect(told).toEqual([
      ['old', undefined],
      ['newer', '1.5'],
      ['advice', undefined],
    ])
  })

  test('cannot be one that is yet to come', () => {
    expect(() => catalogueAt(all, '2.1', '2.0.9')).toThrow(
      expect.objectContaining({ code: 'unknown-catalogue', cure: expect.stringMatching(/Update/) }),
    )
    expect(levels('2.0.7', '2.0.0')).toHaveProperty('late')
  })
})

describe('the rules that are asked for', () => {
  test.each(['1.0', '1.0.0', '12.34'])('%s is a version', (text) => expect(isVersion(text)).toBe(true))
  test.each(['1', 'v1.0', 'final-is-final', '1.0-beta', ''])('%j is none', (text) =>
    expect(isVersion(text)).toBe(false),
  )

  test('are all of them at first', () => {
    expect(chosenRules([])).toEqual({ rules: catalogue, version: catalogueVersion })
  })

  test('are those of a version, or some of them', () => {
    expect(chosenRules(['1.0']).rules.map(({ id }) => id)).toEqual(
      rules.filter(({ since }) => since.startsWith('1.0')).map(({ id }) => id),
    )
    const { rules: some, version } = chosenRules(['1.0', 'final-is-final', 'escape-the-id'])
    expect(some.map(({ id }) => id)).toEqual(['escape-the-id', 'final-is-final'])
    expect(version).toBe('1.0')
  })

  test('are named rightly', () => {
    expect(() => chosenRules(['final-is-finale'])).toThrow(
      expect.objectContaining({ code: 'unknown-rule', cure: expect.stringContaining('final-is-final?') }),
    )
  })
})
