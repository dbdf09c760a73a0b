import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AudioType, audio } from '../../../mocks/world/audio.ts'
import { PlayheadError } from '../../../mocks/world/error.ts'

const types: readonly AudioType[] = ['audio/mpeg', 'audio/mp4', 'video/mp4']
const day = 24 * 3_600_000

/** Quicker than a deep comparison, which would take seconds over so many bytes. */
const equal = (one: Uint8Array, another: Uint8Array): boolean => Buffer.compare(one, another) === 0

const recordings = fc
  .record({
    type: fc.constantFrom(...types),
    durationMs: fc.integer({ min: 1, max: 20_000 }),
    voice: fc.nat(300),
  })
  .map((options) => ({ options, file: audio(options) }))

test('any range equals the slice of the whole', () => {
  fc.assert(
    fc.property(recordings, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 20 }), ({ file }, places) => {
      const whole = file.read(0, file.length)
      expect(whole.length).toBe(file.length)
      for (const [a, b] of places) {
        const [from, to] = [a % (file.length + 300), b % (file.length + 300)]
        expect(equal(file.read(from, to), whole.slice(from, Math.max(from, to))), `[${from}, ${to})`).toBe(
          true,
        )
      }
    }),
  )
})

test('a file put together from consecutive ranges is byte-equal to the whole', () => {
  fc.assert(
    fc.property(recordings, fc.array(fc.nat()), ({ file }, cuts) => {
      const places = [0, ...cuts.map((cut) => cut % file.length), file.length].sort((a, b) => a - b)
      const parts = places.map((from, at) => file.read(from, places[at + 1] ?? from))
      expect(equal(Buffer.concat(parts), file.read(0, file.length))).toBe(true)
    }),
  )
})

test.each([
  ['before the start', -50, 4, 4],
  ['beyond the end', 0, Number.POSITIVE_INFINITY, 41 * 192],
  ['wholly beyond the end', 41 * 192, 9_000, 0],
  ['reversed', 40, 30, 0],
  ['empty', 40, 40, 0],
])('a range %s is clamped', (_name, from, to, wanted) => {
  // 960 ms are 40 frames, and there is one before them
  expect(audio({ type: 'audio/mpeg', durationMs: 960 }).read(from, to).length).toBe(wanted)
})

describe.each(types)('%s', (type) => {
  const file = (durationMs: number, voice?: number) =>
    audio(voice === undefined ? { type, durationMs } : { type, durationMs, voice })

  test('says its type', () => expect(file(1000).contentType).toBe(type))

  test('is the same bytes for the same arguments', () => {
    expect(file(5000, 3).read(0, 1e6)).toEqual(file(5000, 3).read(0, 1e6))
    expect(file(5000, 3).etag).toBe(file(5000, 3).etag)
    expect(file(5000).etag).toBe(file(5000, 0).etag)
  })

  test('differs in every frame for another voice, even one that sounds alike', () => {
    const [one, another] = [file(5000, 1), file(5000, 9)]
    expect(another.length).toBe(one.length)
    for (let at = 1000; at + 256 <= one.length; at += 256) {
      expect(another.read(at, at + 256), `at byte ${at}`).not.toEqual(one.read(at, at + 256))
    }
  })

  test('never repeats a frame, so that a misplaced range is noticed', () => {
    const frameBytes = type === 'audio/mpeg' ? 192 : 256
    const { length, read } = file(60_000)
    const seen = new Set<string>()
    for (let end = length; end > 1000; end -= frameBytes) seen.add(read(end - frameBytes, end).join())
    expect(seen.size).toBe(Math.ceil((length - 1000) / frameBytes))
  })

  test('costs no more in the middle of a day than at the start of a second', () => {
    const { length, read } = file(day)
    expect(length).toBeGreaterThan(691_200_000)
    expect(read(500_000_000, 500_001_000).length).toBe(1000)
    expect(read(length - 10, length + 10).length).toBe(10)
  })

  test('spends 8000 bytes on a second', () => {
    expect(file(3_600_000).length - file(24_000).length).toBe(8 * (3_600_000 - 24_000))
  })
})

test('etags are 32 hexadecimal digits and tell all arguments apart', () => {
  const etags = types.flatMap((type) =>
    [1, 999, 1000, 60_000].flatMap((durationMs) =>
      [0, 1, 2, 8, 16].map((voice) => audio({ type, durationMs, voice }).etag),
    ),
  )
  for (const etag of etags) expect(etag).toMatch(/^[0-9a-f]{32}$/)
  expect(new Set(etags).size).toBe(etags.length)
})

test.each([
  { durationMs: 0 },
  { durationMs: -1 },
  { durationMs: Number.NaN },
  { durationMs: Number.POSITIVE_INFINITY },
  { durationMs: day + 1 },
  { voice: -1 },
  { voice: 1.5 },
  { voice: 2 ** 28 },
  { type: 'audio/ogg' as AudioType },
  { type: 'toString' as AudioType },
])('$type $durationMs $voice is refused with the value and the cure', (wrong) => {
  const make = () => audio({ type: 'audio/mpeg', durationMs: 1000, ...wrong })
  expect(make).toThrow(PlayheadError)
  expect(make).toThrow(/^Cannot make audio: .+\. Use /)
})
