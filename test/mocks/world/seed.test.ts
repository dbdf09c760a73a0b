import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draw, hashText, scramble, unscramble } from '../../../mocks/world/seed.ts'

const below40Bits = fc.integer({ min: 0, max: 2 ** 40 - 1 })
const seeds = fc.integer({ min: 0, max: 0xffff_ffff })

describe('what is drawn', () => {
  test('depends on the seed and the labels alone', () => {
    const hex = (seed: number, ...labels: string[]) => draw(seed, ...labels).hex(32)
    expect(hex(1, 'id', 'c1')).toBe(hex(1, 'id', 'c1'))
    const others = [hex(1, 'id', 'c1'), hex(2, 'id', 'c1'), hex(1, 'id', 'c2'), hex(1, 'secret', 'c1')]
    expect(new Set(others).size).toBe(others.length)
    expect(hex(1, 'id')).toMatch(/^[0-9a-f]{32}$/)
  })

  test('never changes from one version to the next: ids and links would', () => {
    expect(hashText('playhead')).toBe(3_168_859_998)
    expect(draw(1, 'call', 42).hex(10)).toBe('91553ce0bc')
    expect(scramble(1, 42)).toBe(1_029_000_177_725)
  })

  test('is drawn in one piece or in several', () => {
    for (let label = 0; label < 200; label++) {
      const inTwo = draw(1, label)
      expect(inTwo.hex(8) + inTwo.hex(8)).toBe(draw(1, label).hex(16))
    }
  })

  test('lies in its range and reaches all of it', () => {
    const drawn = draw(7, 'dice')
    const rolls = Array.from({ length: 600 }, () => drawn.below(6))
    expect(new Set(rolls)).toEqual(new Set([0, 1, 2, 3, 4, 5]))
    for (const face of [0, 1, 2, 3, 4, 5])
      expect(rolls.filter((roll) => roll === face).length).toBeGreaterThan(60)
    expect(['a', 'b']).toContain(drawn.of(['a', 'b']))
  })
})

describe('scrambling', () => {
  test('is taken back by unscrambling, whatever the seed', () => {
    fc.assert(
      fc.property(seeds, below40Bits, (seed, value) => {
        const shuffled = scramble(seed, value)
        expect(shuffled).toBeGreaterThanOrEqual(0)
        expect(shuffled).toBeLessThan(2 ** 40)
        expect(unscramble(seed, shuffled)).toBe(value)
        expect(scramble(seed, unscramble(seed, value))).toBe(value)
      }),
    )
  })

  test('tears neighbours apart', () => {
    const near = Array.from({ length: 1000 }, (_, i) => Math.abs(scramble(1, i) - scramble(1, i + 1)))
    expect(near.filter((gap) => gap < 2 ** 30).length).toBeLessThan(20)
  })
})
