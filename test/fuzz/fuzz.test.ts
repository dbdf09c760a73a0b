import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'
import { grown } from './growth.ts'
import { tableOf } from './table.ts'
import { defineTarget, nothingToClose } from './target.ts'

/** Takes texts; what it does with one is the test's. */
const taking = (run: (text: string) => 'taken' | 'refused', close = nothingToClose) =>
  defineTarget<string>({
    name: 'texts',
    says: 'Nothing.',
    share: 1000,
    inputs: () => fc.string({ maxLength: 20 }),
    open: () => ({ run, close }),
  })

const sloppy = taking((text) => {
  if (text.includes('x')) throw new Error('It chokes on an x.')
  return text.length % 2 === 0 ? 'taken' : 'refused'
})

describe('a fuzzer', () => {
  test('gives as many inputs as it is told, and counts what was refused', async () => {
    const seen: string[] = []
    const target = taking((text) => {
      seen.push(text)
      return text === '' ? 'refused' : 'taken'
    })
    const { inputs, refused, fault } = await fuzz(target, { inputs: 1500, seed: 1 })
    expect([inputs, refused, fault]).toEqual([1500, seen.filter((text) => text === '').length, undefined])
    expect(new Set(seen).size).toBeGreaterThan(1000)
  })

  test('gives the same inputs for the same seed', async () => {
    const seen: string[][] = []
    for (const seed of [1, 1, 2]) {
      const mine: string[] = []
      const target = taking((text) => {
        mine.push(text)
        return 'taken'
      })
      await fuzz(target, { inputs: 50, seed })
      seen.push(mine)
    }
    expect(seen[0]).toEqual(seen[1])
    expect(seen[0]).not.toEqual(seen[2])
  })

  test('makes the input that shows a fault as small as it gets, and finds it again', async () => {
    const { fault } = await fuzz(sloppy, { inputs: 1000, seed: 1 })
    expect(fault).toMatchObject({ input: 'x', why: expect.stringContaining('It chokes on an x.') })
    const again = await fuzz(sloppy, { inputs: 1000, seed: fault?.seed ?? 0, path: fault?.path })
    expect(again.fault?.input).toBe('x')
    expect(again.inputs).toBeLessThan(50)
  })

  test('takes an error that nobody caught for a fault of the input it came with', async () => {
    const slips = ['late']
    const strays = (): string | undefined => slips.pop()
    const { fault } = await fuzz(
      taking(() => 'taken'),
      { inputs: 10, seed: 1, strays },
    )
    expect(fault?.why).toContain('late')
  })

  test('ends early where somebody has seen enough, and tells what there was', async () => {
    const enough = new AbortController()
    const { inputs, fault } = await fuzz(
      taking(() => 'taken'),
      { inputs: 5000, seed: 1, signal: enough.signal, progress: () => enough.abort() },
    )
    expect([inputs, fault]).toEqual([1000, undefined])
  })

  test('lets go of what is held open, whatever happens', async () => {
    let closed = 0
    const close = (): void => {
      closed++
    }
    const chokes = taking(() => {
      throw new Error('Everything is too much.')
    }, close)
    await fuzz(chokes, { inputs: 10, seed: 1 })
    await fuzz(
      taking(() => 'taken', close),
      { inputs: 10, seed: 1 },
    )
    expect(closed).toBe(2)
  })

  test('sees what grows without end', async () => {
    const kept: number[][] = []
    const hoarding = taking((text) => {
      kept.push(Array.from({ length: 400 }, () => text.length))
      return 'taken'
    })
    const { fault } = await fuzz(hoarding, { inputs: 8000, seed: 1 })
    expect(fault?.why).toMatch(/The heap grew by \d+ bytes/)
    expect(kept.length).toBeGreaterThan(0)
  })
})

test.each([
  ['too few readings to say', [1, 2, 3], 0],
  ['what fills up and stays', [1, 5, 9, 9, 9, 9, 9, 9], 0],
  ['a reading that came too early', [1, 5, 9, 9, 9, 9, 20, 9], 0],
  ['what never stops', [1, 2, 3, 4, 5, 6, 7, 8], 4],
])('the growth of %s', (_, readings, wanted) => {
  expect(grown(readings)).toBe(wanted)
})

test('the table adds everything up', () => {
  const one = { target: 'a', inputs: 1000, refused: 10, fault: undefined, grownBytes: 0 }
  const other = { target: 'b', inputs: 500, refused: 5, fault: { seed: 1, why: 'x' }, grownBytes: 1_500_000 }
  expect(tableOf([one, other]).split('\n').slice(2)).toEqual([
    '| a | 1,000 | 10 | 0 | 0.0 MB |',
    '| b | 500 | 5 | 1 | 1.5 MB |',
    '| all | 1,500 | 15 | 1 | 1.5 MB |',
  ])
})
