import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../../mocks/stores/memory.ts'
import { entry, stateOf, storeLaws } from './store-laws.ts'

storeLaws('a memory store', memoryStore)

describe('the bounds of a memory store', () => {
  it('keeps the newest entries of a journal', async () => {
    const store = memoryStore({ journalEntries: 4 })
    await store.change('ann', 0, stateOf('first'))
    for (let i = 0; i < 30; i++) await store.append('ann', entry)
    expect((await store.journal('ann')).map(({ seq }) => seq)).toEqual([27, 28, 29, 30])
  })

  it('drops the sandbox longest unused, and never the default one', async () => {
    const store = memoryStore({ sandboxes: 3 })
    for (const name of ['default', 'ann', 'bob']) await store.change(name, 0, stateOf('first'))
    await store.state('ann')
    await store.change('cid', 0, stateOf('first'))
    expect(await store.sandboxes()).toEqual(['ann', 'cid', 'default'])
  })
})
