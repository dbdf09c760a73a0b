import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { orphaned } from '../../../bin/mock/orphaned.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test.for<[env: Record<string, string>, parents: number[], gone: boolean]>([
  [{ npm_lifecycle_event: 'start' }, [10, 10, 1], true],
  [{ npm_lifecycle_event: 'start' }, [10, 10, 10], false],
  [{}, [10, 10, 1], false],
])('in %j, its parents being %j, it is orphaned: %s', ([env, parents, gone]) => {
  const left = [...parents]
  const signal = orphaned(env, () => left.shift() ?? parents.at(-1) ?? 0)
  vi.advanceTimersByTime(500)
  expect(signal.aborted).toBe(false)
  vi.advanceTimersByTime(5000)
  expect(signal.aborted).toBe(gone)
})
