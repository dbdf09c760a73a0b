import { describe, expect, test } from 'vitest'
import { dropBlocks, dropPairs } from '../../../contracts/shrink/blocks.ts'

describe('leaving out blocks', () => {
  test.each([
    [[1, 2, 3, 4, 5, 6, 7], [3], [3]],
    [
      [1, 2, 3, 4, 5, 6, 7],
      [1, 7],
      [1, 7],
    ],
    [[1], [], []],
    [[], [], []],
  ])('of %j keeps what is needed, %j', async (items, needed, wanted) => {
    const kept = await dropBlocks(items, async (left) => needed.every((item) => left.includes(item)))
    expect(kept).toEqual(wanted)
  })
})

/** Whether every bracket that is opened is closed again. */
const isBalanced = (text: string): boolean => {
  let open = 0
  for (const one of text) open += one === '(' ? 1 : one === ')' ? -1 : 0
  return open === 0
}

describe('leaving out pairs', () => {
  test.each([
    ['(a)', 'a'],
    ['(ab(c)d)', 'a'],
    ['a(', 'a('],
    ['a', 'a'],
    ['', ''],
  ])('of %j takes what belongs together, and leaves %j', async (items, wanted) => {
    const before = isBalanced(items)
    const takes = async (left: readonly string[]): Promise<boolean> =>
      left.includes('a') === items.includes('a') && isBalanced(left.join('')) === before
    let kept: readonly string[] = [...items]
    for (let length = -1; length !== kept.length; ) {
      length = kept.length
      kept = await dropPairs(kept, takes)
      kept = await dropBlocks(kept, takes)
    }
    expect(kept.join('')).toBe(wanted)
  })

  test('tries every pair once where none will do', async () => {
    const tried: string[] = []
    const kept = await dropPairs([1, 2, 3, 4], async (left) => {
      tried.push(left.join(''))
      return false
    })
    expect(kept).toEqual([1, 2, 3, 4])
    expect(tried.toSorted()).toEqual(['12', '13', '14', '23', '24', '34'])
  })
})
