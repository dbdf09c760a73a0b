import { expect, test } from 'vitest'
import { moveSession } from '../../../../mocks/clock-verbs.ts'
import { type PageStorage, pageStore } from '../../../../mocks/hosts/msw/page-store.ts'
import { aBackend } from '../../a-backend.ts'
import { stateOf, storeLaws } from '../../stores/store-laws.ts'

/** What a tab keeps, in a map. */
const tab = (kept = new Map<string, string>()): PageStorage => ({
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
  removeItem: (key) => void kept.delete(key),
})

storeLaws('a page’s store', () => pageStore(tab(), 'begun'))

/** One load of a page over what its tab keeps. */
const load = (storage: PageStorage, begun = 'begun') =>
  aBackend({ store: pageStore(storage, begun), start: { freeze: true } }).backend.session()

test('a reload goes on where the tab was, at the same instant and in the same world', async () => {
  const storage = tab()
  const first = load(storage)
  await moveSession(first, 'advance', '15m')
  await first.change(({ world }) => ({ world: { ...world, seed: 9 }, scenario: 'custom' }))
  const again = load(storage)
  expect(await again.now()).toBe(await first.now())
  expect(await again.state()).toMatchObject({ world: { seed: 9 }, scenario: 'custom' })
  expect((await again.state()).world).toEqual((await first.state()).world)
})

test('a running clock runs on while the page is loaded anew', async () => {
  const storage = tab()
  const opened = aBackend({ store: pageStore(storage, 'begun') })
  await moveSession(opened.backend.session(), 'advance', '15m')
  const later = aBackend({ store: pageStore(storage, 'begun') })
  later.clock.pass(2000)
  expect(await later.backend.session().now()).toBe((await opened.backend.session().now()) + 2000)
})

test('a page that begins otherwise begins anew', async () => {
  const storage = tab()
  const first = load(storage)
  const { scenario } = await first.state()
  const now = await first.now()
  await moveSession(first, 'advance', '15m')
  expect(await load(storage, 'otherwise').now()).toBe(now)
  expect(await load(storage, 'otherwise').state()).toMatchObject({ scenario })
})

test.for([
  'no JSON',
  '[]',
  '{"begun":"begun","scenario":"default","clock":{"mode":"frozen","speed":1,"virtualAt":-1},"world":{}}',
])('what cannot be read is as if there were nothing: %s', async (text) => {
  const kept = new Map([['playhead:default', text]])
  expect((await load(tab(kept)).state()).scenario).toBe('default')
})

test('where the tab keeps no more, nothing half is left', async () => {
  const kept = new Map([['playhead:default', 'old']])
  const full: PageStorage = {
    ...tab(kept),
    setItem: () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    },
  }
  const store = pageStore(full, 'begun')
  expect(await store.change('default', 0, stateOf('first'))).toBe(true)
  expect(kept.size).toBe(0)
})

test('what is removed is removed from the tab', async () => {
  const kept = new Map<string, string>()
  const store = pageStore(tab(kept), 'begun')
  await store.change('ann', 0, stateOf('first'))
  expect([...kept.keys()]).toEqual(['playhead:ann'])
  await store.remove('ann')
  expect(kept.size).toBe(0)
})
