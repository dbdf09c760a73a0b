import { expect, test } from 'vitest'
import { giveBackMemory } from '../../../bin/mock/give-back-memory.ts'

/** Something that nobody holds, and whether it is still there. */
const left = (): (() => boolean) => {
  const nobodys = new WeakRef({ text: 'a'.repeat(1000) })
  return () => nobodys.deref() !== undefined
}

/** What was looked at stays for the rest of a turn. */
const aTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('what a large world left behind is given back at once', async () => {
  const isThere = left()
  await aTurn()
  giveBackMemory(100_000)
  expect(isThere()).toBe(false)
})

test('after a small one nothing stops to collect', async () => {
  const isThere = left()
  await aTurn()
  giveBackMemory(10)
  expect(isThere()).toBe(true)
})
