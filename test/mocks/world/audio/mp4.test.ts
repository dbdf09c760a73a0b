import { describe, expect, test } from 'vitest'
import { audio } from '../../../../mocks/world/audio.ts'

const containers = new Set(['moov', 'trak', 'edts', 'mdia', 'minf', 'dinf', 'stbl'])

/** Where the bodies of boxes lie, by name, in the order in which they stand. Refuses boxes that do not tile their parent. */
const boxesIn = (bytes: Uint8Array, from = 0, to = bytes.length): Map<string, DataView> => {
  const found = new Map<string, DataView>()
  let at = from
  while (at < to) {
    const size = new DataView(bytes.buffer).getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (size < 8 || at + size > to) throw new Error(`Box ${name} at ${at} says ${size} bytes`)
    found.set(name, new DataView(bytes.buffer, at + 8, size - 8))
    if (containers.has(name)) for (const inner of boxesIn(bytes, at + 8, at + size)) found.set(...inner)
    at += size
  }
  return found
}

/** The 32-bit numbers of a box behind its version and flags. */
const numbersOf = (box: DataView | undefined): number[] => {
  if (!box) throw new Error('The box is missing')
  return Array.from({ length: Math.floor(box.byteLength / 4) - 1 }, (_, i) => box.getUint32(4 * i + 4))
}

describe.each([1, 32, 33, 1000, 60_000])('an MP4 of %i ms', (durationMs) => {
  const { length, read } = audio({ type: 'audio/mp4', durationMs })
  const boxes = boxesIn(read(0, length))
  const frames = Math.ceil(durationMs / 32)

  test('tells where everything lies before the frames', () => {
    const names = [...boxes.keys()]
    expect(names.indexOf('mdat')).toBe(names.length - 1)
    expect(names.indexOf('moov')).toBe(1)
  })

  test('has its frames where the sample table says', () => {
    const data = boxes.get('mdat')
    expect(numbersOf(boxes.get('stco'))).toEqual([1, data?.byteOffset])
    expect(numbersOf(boxes.get('stsz'))).toEqual([256, frames])
    expect(numbersOf(boxes.get('stsc'))).toEqual([1, 1, frames, 1])
    expect(data?.byteLength).toBe(256 * frames)
  })

  test('has as many samples as the duration takes, the last frame cut short', () => {
    const [entries = 0, ...runs] = numbersOf(boxes.get('stts'))
    const counts = runs.filter((_, i) => i % 2 === 0)
    const deltas = runs.filter((_, i) => i % 2 === 1)
    expect(runs).toHaveLength(2 * entries)
    expect(counts.reduce((sum, count) => sum + count)).toBe(frames)
    expect(counts.reduce((sum, count, i) => sum + count * (deltas[i] ?? 0), 0)).toBe(32 * durationMs)
    expect(numbersOf(boxes.get('mdhd')).slice(2, 4)).toEqual([32_000, 32 * durationMs])
  })
})
