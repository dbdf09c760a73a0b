import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../../bin/run.ts'
import { parseCase } from '../../../contracts/case.ts'

let cwd = ''
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'playhead-verify-'))
})
afterAll(() => rm(cwd, { recursive: true }))

const playhead = async (...argv: readonly string[]) => {
  const out: string[] = []
  const err: string[] = []
  const code = await run(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: {},
    cwd,
    isTTY: false,
    signal: new AbortController().signal,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const dead = ['--rules', 'never-hand-out-a-dead-url', '--cases', '60'] as const
const hoarder = ['--client', 'builtin:broken/hoarder'] as const

describe('playhead verify', () => {
  test('passes the reference client and shows how often rules were judged', async () => {
    const { code, out } = await playhead(
      'verify',
      '--client',
      'builtin:reference',
      '--vendor',
      'osvi,quo',
      ...dead,
    )
    expect(out).toMatch(/^never-hand-out-a-dead-url +\d+ +\d+$/m)
    expect(out).toMatch(/2 passed, 0 failed/)
    expect(code).toBe(0)
  })

  test('fails a hoarder, writes its case, and replays it: FAILED, then FIXED', async () => {
    const { code, out } = await playhead('verify', ...hoarder, '--vendor', 'osvi', ...dead)
    expect(code).toBe(1)
    const file = /playhead replay (\S+)/.exec(out)?.[1] ?? ''
    expect(file).toMatch(/^\.playhead\/never-hand-out-a-dead-url-[0-9a-f]{6}\.json$/)
    expect(await readdir(join(cwd, '.playhead'))).toHaveLength(1)
    const given = parseCase(JSON.parse(await readFile(join(cwd, file), 'utf8')))
    expect(given.steps.length).toBeLessThanOrEqual(3)
    expect(given.finding).toMatchObject({ rule: 'never-hand-out-a-dead-url', vendor: 'osvi' })

    const failed = await playhead('replay', file, ...hoarder)
    expect(failed.out).toMatch(/^FAILED {2}never-hand-out-a-dead-url {2}osvi/)
    expect(failed.out).toContain('← here')
    expect(failed.code).toBe(1)
    const fixed = await playhead('replay', file, '--client', 'builtin:reference')
    expect(fixed.out).toMatch(/^FIXED {2}never-hand-out-a-dead-url {2}osvi/)
    expect(fixed.code).toBe(0)
  })

  test('finds it without witnesses as well, and prints JSON', async () => {
    const { code, out } = await playhead(
      'verify',
      ...hoarder,
      '--vendor',
      'osvi',
      ...dead,
      '--no-witnesses',
      '--json',
    )
    const report = JSON.parse(out)
    expect(report).toMatchObject({ playhead: 1, exit: 1, witnesses: false, seed: 1, cases: 60 })
    expect(report.findings[0].case.steps.length).toBeLessThanOrEqual(3)
    expect(code).toBe(1)
  })

  test('takes a module of the user, by its path', async () => {
    const adapter = `export const name = 'never there'
export const connect = () => ({ getRecording: async () => ({ kind: 'absent' }) })\n`
    await writeFile(join(cwd, 'adapter.mjs'), adapter)
    const { code, out } = await playhead('verify', '--client', './adapter.mjs', '--vendor', 'osvi', ...dead)
    expect(out).toMatch(/ERROR {2}osvi: .*it answered "absent", after no request at all/)
    expect(code).toBe(2)
  })

  test.each([
    [['--vendor', 'osvi'], 'missing-option'],
    [['--client', 'builtin:reference'], 'missing-option'],
    [['--client', 'builtin:referense', '--vendor', 'osvi'], 'unknown-client'],
    [['--client', './nowhere.js', '--vendor', 'osvi'], 'unknown-client'],
    [['--client', './broken.mjs', '--vendor', 'osvi'], 'bad-client'],
    [['--client', './empty.mjs', '--vendor', 'osvi'], 'bad-client'],
    [['--client', 'builtin:reference', '--vendor', 'osvy'], 'unknown-vendor'],
    [['--client', 'builtin:reference', '--vendor', 'osvi', '--rules', 'final-is-finale'], 'unknown-rule'],
    [['--client', 'builtin:reference', '--vendor', 'osvi', '--cases', 'many'], 'bad-number'],
  ])('%j is misuse: %s', async (argv, wanted) => {
    await writeFile(join(cwd, 'broken.mjs'), 'export const connect = (')
    await writeFile(join(cwd, 'empty.mjs'), 'export const nothing = 1\n')
    const { code, err } = await playhead('verify', ...argv, '--json')
    expect(JSON.parse(err).error.code).toBe(wanted)
    expect(code).toBe(2)
  })

  test('suggests what was meant', async () => {
    const { err } = await playhead('verify', '--client', 'builtin:referense', '--vendor', 'osvi')
    expect(err).toContain('Did you mean builtin:reference?')
  })
})

describe('playhead replay', () => {
  test.each([
    ['nothing', undefined, 'missing-option'],
    ['malformed JSON', '{', 'malformed-json'],
    ['another version', '{"playhead":9}', 'case-version'],
    ['no case', '{"playhead":1}', 'bad-case'],
  ])('of %s is an ERROR', async (_what, text, wanted) => {
    if (text !== undefined) await writeFile(join(cwd, 'case.json'), text)
    const argv = text === undefined ? [] : ['case.json', '--client', 'builtin:reference']
    const { code, out, err } = await playhead('replay', ...argv, '--json')
    expect(JSON.parse(out)).toEqual({ verdict: 'ERROR' })
    expect(JSON.parse(err).error.code).toBe(wanted)
    expect(code).toBe(2)
  })
})
