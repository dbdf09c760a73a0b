import { describe, expect, test } from 'vitest'
import { judgementOf } from './a-history.ts'
import { rows } from './histories/rows.ts'
import { sentences } from './histories/sentences.ts'
import type { Row } from './histories/vocabulary.ts'

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

/** How often a rule judged a row's two histories, and each fault it found in the wrong one. */
const saidOf = ({ rule, vendor, wrong, right, truths }: Row): string => {
  const { judged, violations } = judgementOf(rule, vendor, wrong, truths)
  const fine = judgementOf(rule, vendor, right, truths)
  const places = violations.map(({ event, what, allowed }) => `${event}: ${what} | ${allowed}`)
  return [`${judged}, ${fine.judged}`, ...places].join('; ')
}

describe('each rule says where, what, and what else it should have been', () => {
  test.each([...new Set(rows.map(({ rule }) => rule))])('%s', (rule) => {
    expect(rows.filter((row) => row.rule === rule).map(saidOf)).toEqual(sentences[rule])
  })
})
