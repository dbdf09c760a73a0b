import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { said } from '../../support/command-line.ts'

let cwd = ''
let file = ''
const playhead = (...argv: readonly string[]) => said(argv, { cwd })
const verify = (client: string, ...more: readonly string[]) =>
  playhead(
    'verify',
    '--client',
    client,
    '--vendor',
    'osvi',
    '--cases',
    '0',
    '--rules',
    'never-hand-out-a-dead-url',
    ...more,
  )

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'playhead-baseline-'))
  const { out } = await verify('builtin:broken/hoarder')
  file = /playhead baseline add (\S+)/.exec(out)?.[1] ?? ''
})
afterAll(() => rm(cwd, { recursive: true }))

const add = (until: string, ...more: readonly string[]) =>
  playhead('baseline', 'add', file, '--issue', 'https://example.com/issues/7', '--until', until, ...more)

describe('playhead baseline', () => {
  test('add writes the usual file, which verify then finds by itself', async () => {
    const added = await add('2027-01-31', '--note', 'agreed on')
    expect(added).toMatchObject({ code: 0, out: expect.stringContaining('excused until 2027-01-31') })
    const written = JSON.parse(await readFile(join(cwd, 'playhead.baseline.json'), 'utf8'))
    expect(written.known).toEqual([
      {
        rule: 'never-hand-out-a-dead-url',
        vendor: 'osvi',
        client: 'broken/hoarder',
        reason: 'client',
        issue: 'https://example.com/issues/7',
        until: '2027-01-31',
        note: 'agreed on',
      },
    ])
    expect((await readdir(cwd)).filter((name) => name.endsWith('.tmp'))).toEqual([])

    const { code, out, err } = await verify('builtin:broken/hoarder', '--today', '2027-01-31')
    expect(err).toContain('playhead.baseline.json')
    expect(out).toMatch(
      /Known, and excused by the baseline:\n {2}osvi: https:\/\/example\.com\/issues\/7 until 2027-01-31/,
    )
    expect(out).toContain('1 known')
    expect(out).not.toContain('← here')
    expect(code).toBe(0)
  })

  test('verify fails on the day after, and when the failure is mended', async () => {
    const late = await verify('builtin:broken/hoarder', '--today', '2027-02-01')
    expect(late.out).toMatch(/BASELINE {2}.* was excused until 2027-01-31, and today is 2027-02-01/)
    expect(late.code).toBe(1)
    await add('2027-01-31')
    const text = (await readFile(join(cwd, 'playhead.baseline.json'), 'utf8')).replace(
      /^.*"client": "broken.*\n/m,
      '',
    )
    await writeFile(join(cwd, 'anybody.json'), text)
    const mended = await verify('builtin:reference', '--baseline', 'anybody.json', '--today', '2027-01-01')
    expect(mended.out).toMatch(/BASELINE {2}.* is a known failure, and passes/)
    expect(mended.code).toBe(1)
  })

  test('check tells what is over, without a run', async () => {
    expect(await playhead('baseline', 'check', '--today', '2027-01-31')).toMatchObject({ code: 0 })
    const { code, out } = await playhead('baseline', 'check', '--today', '2030-01-01', '--json')
    expect(JSON.parse(out)).toMatchObject({ known: 1, problems: [{ kind: 'ended' }] })
    expect(code).toBe(1)
  })

  test.each([
    [['baseline'], 'unknown-verb'],
    [['baseline', 'remove'], 'unknown-verb'],
    [['baseline', 'add'], 'missing-option'],
    [['baseline', 'add', 'FILE'], 'missing-option'],
    [['baseline', 'add', 'FILE', '--issue', 'https://example.com'], 'missing-option'],
    [['baseline', 'add', 'FILE', '--issue', 'later', '--until', '2027-01-31'], 'bad-baseline'],
    [['baseline', 'add', 'FILE', '--issue', 'https://example.com', '--until', 'soon'], 'bad-baseline'],
    [
      ['baseline', 'add', 'plain.json', '--issue', 'https://example.com', '--until', '2027-01-31'],
      'no-finding',
    ],
    [['baseline', 'check', '--file', 'nowhere.json'], 'unreadable-file'],
    [['baseline', 'check', '--today', 'tomorrow'], 'bad-date'],
    [
      ['verify', '--client', 'builtin:reference', '--vendor', 'osvi', '--baseline', 'nowhere.json'],
      'unreadable-file',
    ],
    [['verify', '--client', 'builtin:reference', '--vendor', 'osvi', '--rules', '9.9'], 'unknown-catalogue'],
  ])('%j is misuse: %s', async (argv, code) => {
    const { finding: _finding, ...plain } = JSON.parse(await readFile(join(cwd, file), 'utf8'))
    await writeFile(join(cwd, 'plain.json'), JSON.stringify(plain))
    const told = await playhead(...argv.map((one) => (one === 'FILE' ? file : one)), '--json')
    expect(JSON.parse(told.err).error.code).toBe(code)
    expect(told.code).toBe(2)
  })
})
