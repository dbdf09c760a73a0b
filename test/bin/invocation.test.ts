import { expect, test } from 'vitest'
import { invocation } from '../../bin/invocation.ts'

test.for<[event: string | undefined, typed: string]>([
  [undefined, 'playhead'],
  ['start', 'npm run -s playhead --'],
  ['playhead', 'npm run -s playhead --'],
  ['npx', 'npx playhead'],
  ['dev', 'playhead'],
])('where npm says %s one types %s', ([event, typed]) => {
  expect(invocation(event === undefined ? {} : { npm_lifecycle_event: event })).toBe(typed)
})
