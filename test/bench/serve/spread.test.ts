import { expect, test } from 'vitest'
import { listed, populated } from '../../../bench/serve/spread.ts'
import { createBackend } from '../../../mocks/sandboxes.ts'
import { customWorld } from '../../../mocks/scenarios/custom.ts'

test.for([
  ['listed', listed(2000)],
  ['computed', populated(1_000_000)],
] as const)('calls of a world that are %s answer at Quo with a link', async ([, { world, requests }]) => {
  const origins = { api: 'http://127.0.0.1:4010', storage: 'http://127.0.0.1:4011' }
  const backend = createBackend({ origins, start: { world: customWorld(world, 0), at: 0 } })
  expect(requests.length).toBeGreaterThan(500)
  expect(new Set(requests.map(({ path }) => path)).size).toBe(requests.length)
  for (const { path, headers } of [requests[0], requests.at(-1) ?? requests[0]]) {
    const { status, body } = await backend.answer('api', { method: 'GET', path, headers, body: '' })
    expect([status, String(body)]).toEqual([200, expect.stringContaining('X-Amz-Signature')])
  }
})
