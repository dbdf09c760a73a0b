import { expect, test } from 'vitest'
import { rules } from '../../../contracts/rules/index.ts'
import { said } from '../../support/command-line.ts'

const [first] = rules

test('rules lists every rule with what it says', async () => {
  const { code, out } = await said(['rules'])
  expect(code).toBe(0)
  for (const { id } of rules) expect(out).toContain(`${id}  `)
  for (const { says } of rules) expect(out).toContain(says)
})

test('rules tells of one why there is one', async () => {
  const { out } = await said(['rules', first?.id ?? ''])
  expect(out).toContain(`  Because  `)
  expect(out).toContain(first?.basis[0]?.quote)
  expect(out).not.toContain(rules[1]?.id)
})

test('rules --json gives the level at each vendor', async () => {
  const told = JSON.parse((await said(['rules', '--json'])).out)
  expect(told).toHaveLength(rules.length)
  for (const [index, { id, vendors }] of rules.entries()) {
    expect(told[index]).toMatchObject({ id })
    expect(Object.keys(told[index].levels)).toEqual(vendors)
  }
})

test('rules names the nearest of a rule that is not there', async () => {
  const { code, err } = await said(['rules', `${first?.id}s`])
  expect(code).toBe(2)
  expect(err).toContain(`Did you mean ${first?.id}?`)
})
