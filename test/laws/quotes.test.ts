import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from '../../contracts/rules/index.ts'
import { readSource } from '../../specs/tools/source.ts'

/** Text in which it does not count how lines are broken. */
const plain = (text: string): string => text.replace(/\s+/g, ' ')

const pageOf = (vendor: string): string => {
  const folder = `specs/${vendor}`
  return plain(readFileSync(`${folder}/${readSource(folder)?.page}`, 'utf8'))
}

const quotes = rules.flatMap(({ id, basis }) =>
  basis.flatMap(({ vendor, from, quote }) =>
    vendor !== undefined && from === undefined ? [[id, vendor, quote] as const] : [],
  ),
)

test.for(quotes)('%s quotes the pinned page of %s: %s', ([, vendor, quote]) => {
  expect(pageOf(vendor).includes(plain(quote))).toBe(true)
})

test('a rule says where words stand only where they are a vendor’s and not on its pinned page', () => {
  const astray = rules.flatMap(({ id, basis }) =>
    basis.flatMap(({ vendor, from, quote }) =>
      from !== undefined && (vendor === undefined || pageOf(vendor).includes(plain(quote)))
        ? [`${id}: ${quote}`]
        : [],
    ),
  )
  expect(astray).toEqual([])
})

test('every rule says why it may be asked', () => {
  expect(rules.filter(({ basis }) => basis.length === 0).map(({ id }) => id)).toEqual([])
})
