import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { pitchOf } from '../../../../mocks/world/audio/sound.ts'
import { type AudioType, audio } from '../../../../mocks/world/audio.ts'
import { ffprobePath } from '../../../support/ffprobe.ts'

const ffprobe = ffprobePath()
const folder = mkdtempSync(join(tmpdir(), 'playhead-audio-'))
afterAll(() => rmSync(folder, { recursive: true }))

const probe = (...args: string[]): string =>
  execFileSync(ffprobe ?? '', ['-v', 'error', ...args], { cwd: folder, encoding: 'utf8' })

const saved = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes)
  return name
}

const files: readonly { type: AudioType; rate: number; codec: string; brand: string; within: number }[] = [
  // An MP3 is as long as its frames to this ffprobe; newer players take the padding off and are exact.
  { type: 'audio/mpeg', rate: 48_000, codec: 'mp3', brand: 'mp3', within: 0.024 },
  { type: 'audio/mp4', rate: 32_000, codec: 'aac', brand: 'M4A ', within: 0 },
  { type: 'video/mp4', rate: 32_000, codec: 'aac', brand: 'isom', within: 0 },
]

describe.skipIf(ffprobe === undefined).each(files)(
  'ffprobe on $type',
  ({ type, rate, codec, brand, within }) => {
    const whole = (durationMs: number, voice = 0): Uint8Array => {
      const { length, read } = audio({ type, durationMs, voice })
      return read(0, length)
    }

    // An MP4 tells its duration twice, in its edit list and in its samples; an MP3 has no edit list to ignore.
    const readings = codec === 'mp3' ? [[]] : [[], ['-ignore_editlist', '1']]

    test.each([25, 480, 1000, 7500, 60_000, 66_661, 3_600_000])(
      'tells the duration of %i ms',
      (durationMs) => {
        const file = saved('duration', whole(durationMs))
        for (const options of readings) {
          const told = Number(probe(...options, '-show_entries', 'format=duration', '-of', 'csv=p=0', file))
          expect(Math.abs(told - durationMs / 1000)).toBeLessThanOrEqual(within + 1e-9)
        }
      },
    )

    test.each([200, 1000, 7500, 60_000])('decodes %i ms of every voice without a complaint', (durationMs) => {
      for (const voice of [0, 1, 2, 3, 4, 5, 6, 7]) {
        const file = saved('decode', whole(durationMs, voice))
        const { stdout, stderr } = spawnSync(
          ffprobe ?? '',
          ['-v', 'warning', '-count_frames', '-show_streams', '-show_format', '-of', 'json', file],
          { cwd: folder, encoding: 'utf8' },
        )
        expect(stderr).toBe('')
        const { streams, format } = JSON.parse(stdout)
        expect(streams).toHaveLength(1)
        expect(streams[0]).toMatchObject({ codec_name: codec, sample_rate: String(rate), channels: 1 })
        expect(format.tags?.major_brand ?? format.format_name).toBe(brand)
        expect(Number(streams[0].nb_read_frames)).toBeGreaterThanOrEqual(
          Math.floor((durationMs * rate) / 1_152_000),
        )
      }
    })

    test('hears every second say its own time', () => {
      const file = saved('clock', whole(130_000))
      // The rate at which a tenth of a second crosses zero is twice its pitch.
      const filters = `amovie=${file},asetnsamples=n=${rate / 10}:p=0,astats=metadata=1:reset=1`
      const tag = 'frame_tags=lavfi.astats.1.Zero_crossings_rate'
      const heard = probe('-f', 'lavfi', '-i', filters, '-show_entries', tag, '-of', 'csv=p=0')
        .trim()
        .split('\n')
        .map((crossings) => (Number.parseFloat(crossings) * rate) / 2)
      expect(heard.length).toBeGreaterThanOrEqual(1299)
      for (let second = 0; second < 130; second++) {
        const digits = [Math.floor(second / 60), Math.floor((second % 60) / 10), second % 10]
        for (const [at, digit] of digits.entries()) {
          const tenth = [0, 2, 6][at] ?? 0
          const difference = Math.abs((heard[10 * second + tenth] ?? 0) - pitchOf(digit))
          expect(difference, `second ${second}, tenth ${tenth}`).toBeLessThan(12)
        }
      }
    })
  },
)

test.skipIf(ffprobe === undefined)('an MP3 can be played from the middle of a frame on', () => {
  const { length, read } = audio({ type: 'audio/mpeg', durationMs: 60_000 })
  const file = saved('middle', read(length / 2 + 77, length))
  const frames = probe('-count_frames', '-show_entries', 'stream=nb_read_frames', '-of', 'csv=p=0', file)
  expect(Number(frames)).toBe(Math.floor((length / 2 - 77) / 192))
})
