import { expect, test } from 'vitest'
import type { Bench } from '../../../contracts/client.ts'
import { sharedByAccount } from '../../../contracts/clients/shared-by-account.ts'

const benchOf = (fetch: Bench['fetch'], key: string): Bench => ({
  vendor: 'osvi',
  baseUrl: '',
  credentials: { 'api-token': key },
  fetch,
  now: () => 0,
  sleep: async () => {},
  log: () => {},
  signal: new AbortController().signal,
})

test('the clients of one account share one thing, within one run', () => {
  const shared = sharedByAccount(
    ({ credentials }) => Object.values(credentials).join(),
    () => ({}),
  )
  const [one, other]: readonly Bench['fetch'][] = [async () => new Response(), async () => new Response()]
  if (!one || !other) throw new Error('no fetch')
  const first = shared(benchOf(one, 'a'))
  expect(shared(benchOf(one, 'a'))).toBe(first)
  expect(shared(benchOf(one, 'b'))).not.toBe(first)
  expect(shared(benchOf(other, 'a'))).not.toBe(first)
})
