import timers from 'node:timers'
import { expect, test } from 'vitest'
import { realTimers, relayTo } from '../../../contracts/run/relayed-timers.ts'

const { setTimeout: kept } = globalThis
const { now } = Date

test('a function kept from before is relayed while others answer, and is node’s own again', () => {
  const set: unknown[] = []
  const giveBack = relayTo({ ...realTimers, setTimeout: (_, ms) => set.push(ms), dateNow: () => 7 })
  kept(() => {}, 5)
  timers.setTimeout(() => {}, 6)
  expect([set, now()]).toEqual([[5, 6], 7])
  giveBack()
  const real = kept(() => {}, 8)
  clearTimeout(real)
  expect(set).toEqual([5, 6])
  expect(now()).toBeGreaterThan(7)
})
