import { expect, test } from 'vitest'
import { isLater } from '../../../mocks/world/soon.ts'

/** What others call a promise, and what only looks like one. */
const withThen = (then: unknown): object => Object.fromEntries([['then', then]])

test.each([
  ['a promise', Promise.resolve(1), true],
  ['whatever else can be waited for', withThen(() => {}), true],
  ['a value', 1, false],
  ['a value with a name of its own for it', withThen('later'), false],
  ['nothing', undefined, false],
])('%s is on its way: %j', (_, value, wanted) => {
  expect(isLater(value as Promise<unknown>)).toBe(wanted)
})
