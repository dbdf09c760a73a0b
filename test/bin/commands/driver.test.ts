import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { said } from '../../support/command-line.ts'

const misbehaving = fileURLToPath(new URL('../../contracts/drivers/misbehaving.mjs', import.meta.url))
const driver = (way: string): string => `'${process.execPath}' '${misbehaving}' ${way}`

let cwd = ''
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'playhead-driver-'))
})
afterAll(() => rm(cwd, { recursive: true }))

const check = (way: string) => said(['driver', 'check', '--', ...driver(way).split(' ')], { cwd })

describe('playhead driver check', () => {
  test('shows every line there and back, and says that a driver is fine', async () => {
    const { code, out } = await check('well')
    expect(out).toMatch(/^→ +\{"id":"hello-1","type":"hello","protocol":1\}$/m)
    expect(out).toMatch(/^← +\{"id":"hello-1","type":"capabilities"/m)
    expect(out).toMatch(/^OK +osvi: one ready recording plays$/m)
    expect(code).toBe(0)
  })

  test.each([
    ['twice', 'an answer to hello-1, which is not open', 'Answer every message once'],
    ['floods', 'a line that is no message', 'Print one JSON object a line and nothing else'],
    ['faults', 'failed itself at look: a bug of its own', 'Mend the driver'],
    ['dies', 'no such module: sdk', 'Run the command by itself'],
    ['tells-others', 'it asked http://example.com/metrics as well', 'nothing else is reached'],
  ])('says what is wrong with one that %s, and the cure', async (way, what, cure) => {
    const { code, out } = await check(way)
    expect(out).toContain(what)
    expect(out).toContain(cure)
    expect(code).toBe(1)
  })

  test('without a command is misuse', async () => {
    expect((await said(['driver', 'check'])).code).toBe(2)
  })
})

describe('playhead verify --command', () => {
  const rules = ['--vendor', 'osvi', '--rules', 'never-leak-a-secret', '--cases', '0']

  test('fails a driver that leaks, and replays its case', async () => {
    const failed = await said(['verify', '--command', driver('leaks'), ...rules], { cwd })
    expect(failed.out).toContain('FAIL  never-leak-a-secret')
    expect(failed.out).toContain('NOTE  The driver')
    expect(failed.out).toContain('rules on time are advisory')
    expect(failed.code).toBe(1)
    const [, file = ''] = /playhead replay (\S+) --command /.exec(failed.out) ?? []
    expect((await said(['replay', file, '--command', driver('leaks')], { cwd })).out).toMatch(/^FAILED/)
    expect((await said(['replay', file, '--command', driver('well')], { cwd })).out).toMatch(/^FIXED/)
  })

  test('cannot judge a driver that is broken itself', async () => {
    const { code, out } = await said(['verify', '--command', driver('faults'), ...rules], { cwd })
    expect(out).toContain('ERROR  osvi: Cannot judge the client: the driver failed itself at look')
    expect(code).toBe(2)
  })

  test.each([
    [['--client', 'builtin:reference'], 'conflicting-options'],
    [['--transport', 'msw'], 'conflicting-options'],
  ])('with %j is misuse', async (more, wanted) => {
    const { code, err } = await said(['verify', '--command', 'true', ...rules, ...more, '--json'], { cwd })
    expect(JSON.parse(err).error.code).toBe(wanted)
    expect(code).toBe(2)
  })
})
