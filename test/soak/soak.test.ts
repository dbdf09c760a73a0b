import { describe, expect, test } from 'vitest'
import type { Store } from '../../mocks/stores/define.ts'
import { memoryStore } from '../../mocks/stores/memory.ts'
import { serveApart } from './serve-apart.ts'
import { serveHere } from './serve-here.ts'
import { soak, soakStart } from './soak.ts'

/** What each user does is the same each time, whatever the others are at. */
const acts = 70
const short = { clients: 6, seed: 20_260_131, goesOn: (done: number) => done < acts }

const soaked = async (store: Store, seed = short.seed) => {
  const served = await serveHere(soakStart, { store })
  try {
    return await soak(served, { ...short, seed })
  } finally {
    await served.close()
  }
}

describe('many users at once, each with a clock and troubles of their own', () => {
  test('are each answered as their own arithmetic says', async () => {
    const { checked, faults } = await soaked(memoryStore())
    expect(faults).toEqual([])
    expect(Object.keys(checked).toSorted()).toEqual(['burst', 'control', 'look', 'media'])
    expect(Object.values(checked).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(
      short.clients * acts,
    )
  })
})

test('a server in a process of its own tells how it is, and ends', async () => {
  const served = await serveApart(soakStart)
  const { faults, heapBytes } = await soak(served, { clients: 3, seed: 1, goesOn: (done) => done < 20 })
  await served.close()
  expect(faults).toEqual([])
  expect(heapBytes).toBeGreaterThan(1_000_000)
  await expect(fetch(served.url)).rejects.toThrow('fetch failed')
})

describe('the oracle sees', () => {
  /** A store that does something wrong now and then. */
  const spoilt = (spoil: (store: Store) => Partial<Store>): Store => {
    const store = memoryStore()
    return { ...store, ...spoil(store) }
  }

  test('that a request is not counted', async () => {
    let touched = 0
    const { faults } = await soaked(
      spoilt((store) => ({
        touch: (sandbox, expected, touch, now) =>
          store.touch(sandbox, expected, ++touched % 5 === 0 ? { quotas: [], arrivals: [] } : touch, now),
      })),
    )
    expect(faults.join('\n')).toMatch(/and should be/)
  })

  test('that an exchange is not written down', async () => {
    let appended = 0
    const { faults } = await soaked(
      spoilt((store) => ({
        append: async (sandbox, entry) => {
          if (++appended % 50 !== 0) await store.append(sandbox, entry)
        },
      })),
    )
    expect(faults.join('\n')).toMatch(/counting the journal: it has \d+ entries, and should have \d+/)
  })

  test('that two users share a clock', async () => {
    const { faults } = await soaked(
      spoilt((store) => ({
        state: async (sandbox) => {
          const state = await store.state(sandbox)
          const other = sandbox === 'user-4' ? await store.state('user-3') : undefined
          return state && other ? { ...state, clock: other.clock } : state
        },
      })),
    )
    expect(faults.join('\n')).toMatch(/user-4/)
  })
})
