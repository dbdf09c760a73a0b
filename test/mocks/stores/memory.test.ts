import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../../mocks/stores/memory.ts'
import { frozenAt } from '../../../mocks/world/clock.ts'
import { parseWorld } from '../../../mocks/world/world.ts'
import { storeLaws } from './store-laws.ts'

storeLaws('a memory store', memoryStore)

const first = { world: parseWorld({ accounts: [], calls: [] }), clock: frozenAt(0), scenario: 'custom' }
const entry = {
  at: 0,
  origin: 'api' as const,
  breaks: [],
  grants: [],
  request: { method: 'GET', path: '/', headers: {} },
  response: { status: 200, headers: {} },
}

describe('the bounds of a memory store', () => {
  it('keeps the newest entries of a journal', async () => {
    const store = memoryStore({ journalEntries: 4 })
    await store.change('ann', 0, first)
    for (let i = 0; i < 30; i++) await store.append('ann', entry)
    expect((await store.journal('ann')).map(({ seq }) => seq)).toEqual([27, 28, 29, 30])
  })

  it('drops the sandbox longest unused, and never the default one', async () => {
    const store = memoryStore({ sandboxes: 3 })
    for (const name of ['default', 'ann', 'bob']) await store.change(name, 0, first)
    await store.state('ann')
    await store.change('cid', 0, first)
    expect(await store.sandboxes()).toEqual(['ann', 'cid', 'default'])
  })
})
