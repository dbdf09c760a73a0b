import { describe, expect, test } from 'vitest'
import { judgementOf } from './a-history.ts'
import { rows } from './histories/rows.ts'
import { sentences } from './histories/sentences.ts'

describe('each rule, on histories written by hand', () => {
  for (const [index, { rule, vendor, wrong, right, truths }] of rows.entries()) {
    test(`${rule} finds the fault and only the fault (${vendor}, row ${index})`, () => {
      expect(judgementOf(rule, vendor, wrong, truths).violations).toHaveLength(1)
      const fine = judgementOf(rule, vendor, right, truths)
      expect(fine.violations).toEqual([])
      expect(fine.judged).toBeGreaterThan(0)
    })
  }
})

describe('each rule says where, what, and what else it should have been', () => {
  const said = rows.map(({ rule, vendor, wrong, right, truths }) => {
    const { judged, violations } = judgementOf(rule, vendor, wrong, truths)
    const fine = judgementOf(rule, vendor, right, truths)
    const places = violations.map(({ event, what, allowed }) => `${event}: ${what} | ${allowed}`)
    return [rule, [`${judged}, ${fine.judged}`, ...places].join('; ')] as const
  })

  test.each([...new Set(said.map(([rule]) => rule))])('%s', (rule) => {
    expect(said.filter(([one]) => one === rule).map(([, text]) => text)).toEqual(sentences[rule])
  })
})
