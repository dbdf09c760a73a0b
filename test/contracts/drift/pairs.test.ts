import { describe, expect, test } from 'vitest'
import { compareDocuments } from '../../../contracts/drift/compare-documents.ts'
import { checkDocument } from '../../../contracts/drift/document/check-document.ts'
import { driftRules } from '../../../contracts/drift/rules/index.ts'
import { pageRules } from '../../../contracts/drift/rules/pages.ts'
import { trafficRules } from '../../../contracts/drift/rules/traffic.ts'
import { pairs } from './pairs/index.ts'
import type { Pair } from './pairs/pair.ts'

const written = (document: object): unknown => JSON.parse(JSON.stringify(document))

const findingsOf = ({ base, head }: Pair): readonly string[] => {
  const { changes } = compareDocuments(
    checkDocument(written(base), 'base'),
    checkDocument(written(head), 'head'),
  )
  return [...new Set(changes.map(({ grade, rule }) => `${grade} ${rule}`))].sort()
}

const wantedOf = ({ wanted }: Pair): readonly string[] =>
  Object.entries(wanted)
    .flatMap(([grade, rules]) => rules.map((rule) => `${grade} ${rule}`))
    .sort()

describe.each(Object.entries(pairs))('%s', (_topic, list) => {
  test.each(list.map((pair) => [pair.says, pair] as const))('%s', (_says, pair) => {
    const found = findingsOf(pair)
    expect(found).toEqual(wantedOf(pair))
    for (const rule of pair.quiet ?? []) expect(found.some((one) => one.endsWith(` ${rule}`))).toBe(false)
  })

  test('nothing is said of any document beside itself', () => {
    for (const { says, base, head } of list)
      expect([
        says,
        findingsOf({ says, base, head: base, wanted: {} }),
        findingsOf({ says, base: head, head, wanted: {} }),
      ]).toEqual([says, [], []])
  })
})

describe('the pairs together', () => {
  const all = Object.values(pairs).flat()
  const ofDocuments = Object.keys(driftRules).filter(
    (rule) => !Object.hasOwn(pageRules, rule) && !Object.hasOwn(trafficRules, rule),
  )

  test('let every rule fire', () => {
    const fired = new Set(all.flatMap(({ wanted }) => Object.values(wanted).flat()))
    expect(ofDocuments.filter((rule) => !fired.has(rule))).toEqual([])
  })

  test('keep every rule quiet where a careless comparison would let it fire', () => {
    const quiet = new Set(all.flatMap((pair) => pair.quiet ?? []))
    expect(ofDocuments.filter((rule) => !quiet.has(rule))).toEqual([])
  })

  test('name no rule that there is not', () => {
    const named = all.flatMap((pair) => [...Object.values(pair.wanted).flat(), ...(pair.quiet ?? [])])
    expect(named.filter((rule) => !Object.hasOwn(driftRules, rule))).toEqual([])
  })
})
