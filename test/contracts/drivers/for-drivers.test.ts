import { expect, test } from 'vitest'
import { levelFor } from '../../../contracts/define.ts'
import { rulesForDriver, timeRules } from '../../../contracts/drivers/for-drivers.ts'
import { clockModes } from '../../../contracts/drivers/protocol.ts'
import { rules } from '../../../contracts/rules/index.ts'

test('every rule on time is one', () => {
  const known = rules.map(({ id }) => id)
  for (const id of timeRules) expect(known).toContain(id)
})

test.each(clockModes)('rules on time are advisory where nobody moves the clock: %s', (clock) => {
  const isMoved = clock === 'hooked' || clock === 'fake-timers'
  for (const rule of rulesForDriver(rules, clock)) {
    const own = rules.find(({ id }) => id === rule.id)
    for (const vendor of rule.vendors) {
      const level = own && levelFor(own, vendor)
      expect(levelFor(rule, vendor)).toBe(!isMoved && timeRules.includes(rule.id) ? 'should' : level)
    }
  }
})

test('a process may leak nothing, whether or not it says that it logs', () => {
  const rule = rulesForDriver(rules, 'hooked').find(({ id }) => id === 'never-leak-a-secret')
  expect(rule?.needs).toEqual([])
})
