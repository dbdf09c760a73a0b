import { describe, expect, test } from 'vitest'
import type { Exploration, Explored } from './explore.ts'
import { run } from './explore.ts'
import { spread } from './spread.ts'

const module = new URL('explore.ts', import.meta.url).href

const orders: readonly Exploration[] = [
  'broken/hoarder',
  'reference',
  'twin/hoarder',
  'broken/sorted-query',
].map((client) => ({ client, vendor: 'osvi', seed: 3, cases: 6 }))

const spreading = (workers: number, told: string[] = []) => ({
  workers,
  progress: (done: number, of: number) => void told.push(`${done}/${of}`),
})

describe('work that is spread over threads', () => {
  test('comes to the same as in one, in the same order, whatever their number', async () => {
    const [alone, ...others] = await Promise.all(
      [0, 1, 3].map((workers) => spread<Exploration, Explored>(module, run, orders, spreading(workers))),
    )
    expect(alone?.map(({ trouble }) => trouble)).toEqual([undefined, undefined, undefined, undefined])
    for (const other of others) expect(other).toEqual(alone)
  })

  test('tells how far it has come', async () => {
    const told: string[] = []
    await spread<Exploration, Explored>(module, run, orders.slice(0, 2), spreading(1, told))
    expect(told).toEqual(['1/2', '2/2'])
  })

  test('may be none', async () => {
    expect(await spread<Exploration, Explored>(module, run, [], spreading(2))).toEqual([])
  })

  test('fails with the first that fails', async () => {
    const strangers = [{ client: 'reference', vendor: 'nobody', seed: 1, cases: 1 }]
    await expect(spread<Exploration, Explored>(module, run, strangers, spreading(1))).rejects.toThrow(
      'There is no vendor nobody.',
    )
  })
})
