import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { vendors } from '../../../mocks/vendors/index.ts'
import { said, spawned } from '../../support/command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

const env = { PATH: process.env.PATH }

describe('mock -- COMMAND', () => {
  test('runs it with every address and key in its environment, prints nothing, and ends with its code', async () => {
    const script = `
      const asked = []
      for (const id of ${JSON.stringify(vendors.map(({ id }) => id.toUpperCase()))}) {
        const url = process.env['PLAYHEAD_' + id + '_URL']
        asked.push([id, (await fetch(url + '/nowhere')).status, process.env['PLAYHEAD_' + id + '_KEY'] ?? ''].join(' '))
      }
      const health = await fetch(process.env.PLAYHEAD_URL + '/__playhead/health')
      const storage = await fetch(process.env.PLAYHEAD_STORAGE_URL + '/a/b')
      console.log([...asked, health.status, storage.status].join())
      process.exit(7)`
    const { code, out, err } = await spawned([
      'mock',
      '--',
      process.execPath,
      '--input-type=module',
      '-e',
      script,
    ])
    expect({ code, err }).toEqual({ code: 7, err: '' })
    const keys = vendors.map(
      ({ id, credential }) => `${id.toUpperCase()} 404 ${credential?.defaultKey ?? ''}`,
    )
    expect(out).toBe(`${[...keys, 200, 403].join()}\n`)
  })

  test('has an end when its command has one', async () => {
    const file = join(folder, 'url')
    const { code } = await said(['mock', '--', 'sh', '-c', `printf %s "$PLAYHEAD_URL" > ${file}`], { env })
    expect(code).toBe(0)
    const url = readFileSync(file, 'utf8')
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  test('hands its own options to nobody', async () => {
    const file = join(folder, 'args')
    await said(['mock', '--', 'sh', '-c', `echo "$@" > ${file}`, 'sh', '--port', '1', '--json'], { env })
    expect(readFileSync(file, 'utf8')).toBe('--port 1 --json\n')
  })

  test.for([['npm'], ['npm', '--', 'test']])(
    'takes no command without the two hyphens: %j',
    async (words) => {
      const { code, err } = await said(['mock', ...words], { env })
      expect(code).toBe(2)
      expect(err).toContain('Cannot use "npm": `playhead mock` takes options alone')
    },
  )

  test('says what it cannot start', async () => {
    const { code, out, err } = await said(['mock', '--', 'no-such-command'], { env })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('Cannot start "no-such-command"')
    expect(err).toContain('docs/errors.md#command-not-started')
  })
})

describe('mock --record', () => {
  test('writes over an earlier run', async () => {
    const file = join(folder, 'run.jsonl')
    const run = ['mock', '--record', file, '--', 'sh', '-c', 'curl -s "$PLAYHEAD_URL/nowhere" > /dev/null']
    await said(run, { env })
    const lines = (): number => readFileSync(file, 'utf8').trimEnd().split('\n').length
    expect(lines()).toBe(5)
    await said(run, { env })
    expect(lines()).toBe(5)
  })

  test('leaves any other file alone', async () => {
    const file = join(folder, 'letter.txt')
    writeFileSync(file, 'dear ann')
    const { code, err } = await said(['mock', '--record', file, '--', 'true'], { env })
    expect(code).toBe(2)
    expect(err).toContain('it holds something else')
    expect(readFileSync(file, 'utf8')).toBe('dear ann')
  })

  test('says where it cannot write', async () => {
    const { code, err } = await said(['mock', '--record', join(folder, 'a', 'b'), '--', 'true'], { env })
    expect(code).toBe(2)
    expect(err).toContain('docs/errors.md#cannot-record')
  })
})
