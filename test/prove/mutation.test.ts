import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Equivalent } from './mutation/equivalent.ts'
import { type Mutant, mutantOf } from './mutation/mutant.ts'
import { type Mutated, mutationOf } from './mutation.ts'
import { holds } from './page.ts'

const mutant = (status: Mutant['status'], becomes = 'a <= b'): Mutant => ({
  status,
  file: 'a.ts',
  line: 7,
  code: 'return a < b',
  becomes,
})

const mutated = (...mutants: readonly Mutant[]): readonly Mutated[] => [
  { subject: { name: 'a', says: 'a', mutate: [], short: [], least: 80, told: true }, mutants },
]

const killed = Array.from({ length: 8 }, () => mutant('Killed'))
const excuse: Equivalent = { why: 'It is the same.', lines: { 'a.ts': ['a < b'] } }

describe('faults made by machine', () => {
  test('hold where enough are noticed, and not below', () => {
    const two = [mutant('Survived'), mutant('NoCoverage')]
    expect(mutationOf(mutated(...killed, ...two), []).claims[0]).toMatchObject({
      measured: '80.0 % of 10',
      holds: true,
    })
    expect(mutationOf(mutated(...killed, ...two, mutant('Survived')), []).claims[0]?.holds).toBe(false)
    expect(holds(mutationOf(mutated(), []))).toBe(false)
  })

  test('count one that comes to no end as noticed, and one that was left out not at all', () => {
    const section = mutationOf(mutated(...killed, mutant('Timeout'), mutant('Ignored')), [])
    expect(section.claims[0]?.measured).toBe('100.0 % of 9')
    expect(section.tables[0]?.rows).toEqual([['a', '9', '8', '1', '0', '0']])
  })

  test('are told by their line, once however many live there', () => {
    expect(mutationOf(mutated(mutant('Survived'), mutant('Survived')), []).details).toEqual([
      'Unnoticed, 2 at `a.ts:7`: `return a < b`',
    ])
  })
})

describe('a line that is excused', () => {
  test('is no fault, and its reason is told', () => {
    const section = mutationOf(mutated(...killed, mutant('Survived')), [excuse])
    expect(section.claims[0]?.measured).toBe('100.0 % of 8, and 1 mutants are no faults')
    expect(section.tables[1]?.rows).toEqual([['It is the same.', '1']])
    expect(holds(section)).toBe(true)
  })

  test('excuses the one mutant that it names, and no other of that line', () => {
    const one: Equivalent = { why: 'It is the same.', lines: { 'a.ts': [['a < b', 'a <= b', 'b > a']] } }
    const section = mutationOf(mutated(mutant('Survived'), mutant('Survived', 'true')), [one])
    expect(section.claims[0]?.measured).toBe('0.0 % of 1, and 1 mutants are no faults')
    expect(section.details).toEqual([
      'Unnoticed, 1 at `a.ts:7`: `return a < b`',
      'Out of date: `a.ts: a < b → b > a` is excused, and nothing lives there.',
    ])
  })

  test('must have something to excuse, where its file was mutated', () => {
    const section = mutationOf(mutated(...killed), [excuse])
    expect(holds(section)).toBe(false)
    expect(section.details).toEqual(['Out of date: `a.ts: a < b` is excused, and nothing lives there.'])
    expect(holds(mutationOf(mutated(...killed), [{ ...excuse, lines: { 'b.ts': ['a < b'] } }]))).toBe(true)
  })
})

test('a mutant is told with the line that it changed', () => {
  const fileName = fileURLToPath(import.meta.url)
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const location = { start: { line: 2, column: 1 }, end: { line: 2, column: 9 } }
  const replacement = 'import {}\n  from "vitest"'
  expect(mutantOf({ status: 'Survived', fileName, location, replacement }, root)).toEqual({
    status: 'Survived',
    file: 'test/prove/mutation.test.ts',
    line: 2,
    code: "import { describe, expect, test } from 'vitest'",
    becomes: 'import {} from "vitest"',
  })
})
