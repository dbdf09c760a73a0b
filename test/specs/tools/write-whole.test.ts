import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { writeWhole } from '../../../specs/tools/write-whole.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

const source = fileURLToPath(new URL('../../../specs/tools/write-whole.ts', import.meta.url))

/** Writes one of two texts after the other for as long as it lives, and tells of each that was written. */
const writer = `
const { writeWhole } = await import(process.argv[1])
for (let turn = 0; ; turn++) {
  await writeWhole(process.argv[2], String(turn % 2).repeat(4_000_000))
  console.log(turn)
}`

test('a file is whole whenever its writer is killed', { timeout: 60_000 }, async () => {
  const file = join(folder, 'killed', 'file.txt')
  for (let killing = 1; killing <= 6; killing++) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer, source, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = createInterface(child.stdout)
    // Another one is being written by the time that a line arrives.
    for (let turn = 0; turn < killing; turn++) await once(lines, 'line')
    child.kill('SIGKILL')
    await once(child, 'close')
    const text = readFileSync(file, 'utf8')
    expect([text.length, new Set(text).size]).toEqual([4_000_000, 1])
  }
})

test('writers at the same time leave the file of one of them, and nothing beside it', async () => {
  const file = join(folder, 'many', 'deep', 'file.txt')
  const texts = Array.from({ length: 20 }, (_, at) => String.fromCharCode(97 + at).repeat(100_000))
  await Promise.all(texts.map((text) => writeWhole(file, text)))
  expect(texts).toContain(readFileSync(file, 'utf8'))
  expect(readdirSync(join(folder, 'many', 'deep'))).toEqual(['file.txt'])
})

test('what cannot be written leaves everything as it was', async () => {
  const place = join(folder, 'taken')
  mkdirSync(join(place, 'a-folder', 'with-something'), { recursive: true })
  await expect(writeWhole(join(place, 'a-folder'), 'text')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/)
  expect(readdirSync(place)).toEqual(['a-folder'])
  writeFileSync(join(place, 'a-file'), 'before')
  await expect(writeWhole(join(place, 'a-file', 'below'), 'text')).rejects.toThrow(/ENOTDIR|EEXIST/)
  expect(readFileSync(join(place, 'a-file'), 'utf8')).toBe('before')
})
