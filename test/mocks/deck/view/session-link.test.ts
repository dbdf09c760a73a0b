import { expect, test } from 'vitest'
import { parseCase } from '../../../../contracts/case.ts'
import { fromHash, toHash } from '../../../../mocks/deck/view/session-link.ts'
import { sharedCase } from '../../../../mocks/deck/view/shared-case.ts'
import { askOsvi } from '../../asking.ts'
import { aDeck } from '../in-a-page.ts'

test('a session goes into a link and comes out of it as it was', async () => {
  const text = JSON.stringify({ a: 'ü€😀', b: Array.from({ length: 3000 }, (_, index) => index) })
  const hash = await toHash(text)
  expect(hash).toMatch(/^#session=[A-Za-z0-9_-]+$/)
  expect(hash.length).toBeLessThan(text.length)
  expect(await fromHash(hash)).toBe(text)
})

test('a hash that holds no session is none of its business', async () => {
  expect(await fromHash('')).toBeUndefined()
  expect(await fromHash('#journal-title')).toBeUndefined()
})

test.for<[string, () => Promise<string>]>([
  ['cut off', async () => (await toHash('x'.repeat(100) + Math.PI)).slice(0, -9)],
  ['no base64', async () => '#session=%%%'],
  ['empty', async () => '#session='],
  ['a small text that holds a large one', async () => toHash('x'.repeat(5_000_000))],
])('a link that is %s is refused with its cure', async ([, hash]) => {
  await expect(fromHash(await hash())).rejects.toMatchObject({ code: 'deck-bad-link' })
})

test('the whole session is a case that any Playhead reads, and holds no keys of its owner’s', async () => {
  const { deck, backend } = await aDeck({ start: { freeze: true, scenario: 'rate-limited' } })
  await askOsvi(backend)
  await deck.move('advance', '5m')
  const state = await backend.session().state()
  const [account] = state.world.accounts
  if (!account) throw new Error('The world has no account')
  const own = { vendor: 'osvi', value: 'sk-live-4242', state: { initially: 'valid' as const, changes: [] } }
  await deck.change('PUT', 'world', {
    ...state.world,
    accounts: [{ ...account, keys: [...account.keys, own] }],
  })
  const one = await sharedCase(deck)
  expect(parseCase(JSON.parse(JSON.stringify(one)))).toEqual(one)
  expect(one.clock.at).toBe(await backend.session().now())
  expect(one.world.calls).toEqual((await backend.session().state()).world.calls)
  expect(JSON.stringify(one)).not.toContain('sk-live')
  expect(JSON.stringify(one)).toContain('playhead-osvi-16')
})
