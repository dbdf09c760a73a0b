import { describe, expect, test } from 'vitest'
import { rules } from '../../../contracts/rules/index.ts'
import { judgementOf } from './a-history.ts'
import { type Concern, concerns } from './histories/ordinary/concerns.ts'
import { ordinary } from './histories/ordinary/ordinary.ts'

/** So many are named; of more it is counted how often they were judged. */
const mostNamed = 4

const named = (name: string, times: number): readonly string[] =>
  times > 1 ? [`${name}, ${times} times`] : Array.from({ length: times }, () => name)

const concernOf = (rule: string, vendor: string): Concern | undefined => {
  const found = Object.entries(ordinary[vendor] ?? {}).map(([name, moments]) => ({
    name,
    ...judgementOf(rule, vendor, moments),
  }))
  const judges = found.flatMap(({ name, judged }) => named(name, judged))
  const blames = found.flatMap(({ name, violations }) => named(name, violations.length))
  if (judges.length + blames.length === 0) return undefined
  return {
    judges: judges.length > mostNamed ? found.reduce((sum, { judged }) => sum + judged, 0) : judges,
    ...(blames.length > 0 ? { blames } : {}),
  }
}

describe('of ordinary histories, each rule judges those it is about, and blames those that break it', () => {
  const pairs = rules.flatMap(({ id, vendors }) => vendors.map((vendor) => ({ id, vendor })))
  test.each(pairs)('$id at $vendor', ({ id, vendor }) => {
    expect(concernOf(id, vendor)).toEqual(concerns[id]?.[vendor])
  })
})
