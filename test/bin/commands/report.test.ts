import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { said } from '../../support/command-line.ts'

let cwd = ''
const playhead = (...argv: readonly string[]) => said(argv, { cwd })
const rule = 'never-hand-out-a-dead-url'
const verify = (client: string, ...more: readonly string[]) =>
  playhead(
    'verify',
    '--client',
    `builtin:${client}`,
    '--vendor',
    'osvi',
    '--cases',
    '12',
    '--rules',
    rule,
    ...more,
  )
const jsonOf = async (file: string) => JSON.parse(await readFile(join(cwd, file), 'utf8'))

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'playhead-report-'))
  for (const index of [1, 2]) {
    await verify('reference', '--shard', `${index}/2`, '--reporter', `json=good-${index}.json`)
    await verify('broken/hoarder', '--shard', `${index}/2`, '--reporter', `json=bad-${index}.json`)
  }
})
afterAll(() => rm(cwd, { recursive: true }))

describe('playhead report merge', () => {
  test('joins what shards found into what one run finds', async () => {
    const { code, out } = await playhead('report', 'merge', 'good-2.json', 'good-1.json', '--json')
    const whole = await verify('reference', '--json')
    expect(JSON.parse(out)).toEqual(JSON.parse(whole.out))
    expect(code).toBe(0)
  })

  test('is red where one shard is, and writes the case that shows it', async () => {
    const { code, out } = await playhead('report', 'merge', 'bad-1.json', 'bad-2.json')
    expect(code).toBe(1)
    const file = /playhead replay (\S+)/.exec(out)?.[1] ?? ''
    expect(await jsonOf(file)).toMatchObject({ finding: { rule } })
  })

  test('is incomplete where a shard is missing', async () => {
    const { code, out } = await playhead('report', 'merge', 'good-1.json')
    expect(out).toContain('ERROR  osvi: shard 2 of 2 is missing')
    expect(code).toBe(2)
  })

  test('holds the whole to a baseline, and not each shard by itself', async () => {
    const known = [
      { rule, vendor: 'osvi', reason: 'client', issue: 'https://example.com/7', until: '2099-01-01' },
    ]
    await writeFile(join(cwd, 'known.json'), JSON.stringify({ playhead: 1, known }))
    const baseline = ['--baseline', 'known.json', '--today', '2026-01-01']
    const shard = await verify('reference', '--shard', '1/2', ...baseline)
    expect(shard.code).toBe(0)
    const bad = await playhead('report', 'merge', 'bad-1.json', 'bad-2.json', ...baseline)
    expect(bad.out).toContain('1 known')
    expect(bad.code).toBe(0)
    const good = await playhead('report', 'merge', 'good-1.json', 'good-2.json', ...baseline)
    expect(good.out).toContain('is a known failure, and passes')
    expect(good.code).toBe(1)
  })

  test('is red where less was judged than has to be, or than the last time', async () => {
    const merge = ['report', 'merge', 'good-1.json', 'good-2.json'] as const
    expect((await playhead(...merge, '--min-rules', '1')).code).toBe(0)
    const few = await playhead(...merge, '--min-rules', '2')
    expect(few.out).toContain('GATE  1 rules were judged, and at least 2 have to be')
    expect(few.code).toBe(1)
    await playhead(
      'verify',
      '--client',
      'builtin:reference',
      '--vendor',
      'osvi',
      '--cases',
      '0',
      '--rules',
      `${rule},get-never-head`,
      '--reporter',
      'json=last.json',
    )
    const lost = await playhead(...merge, '--against', 'last.json')
    expect(lost.out).toContain(
      'GATE  get-never-head at osvi was judged the last time, and is not now: it was left out',
    )
    expect(lost.code).toBe(1)
  })
})

describe('playhead report show', () => {
  test('shows whole reports beside each other', async () => {
    await verify('reference', '--reporter', 'json=ours.json')
    await verify('broken/hoarder', '--reporter', 'json=theirs.json')
    const { code } = await playhead(
      'report',
      'show',
      'ours.json',
      'theirs.json',
      '--reporter',
      'html=matrix.html',
    )
    expect(code).toBe(0)
    const page = await readFile(join(cwd, 'matrix.html'), 'utf8')
    expect(page.match(/scope="colgroup"/g)).toHaveLength(2)
  })
})

describe('reporters of a verification', () => {
  test('each write where they are told, and the summary of a job where there is one', async () => {
    const summary = join(cwd, 'summary.md')
    await writeFile(summary, 'before\n')
    const argv = [
      'verify',
      '--client',
      'builtin:broken/hoarder',
      '--vendor',
      'osvi',
      '--cases',
      '0',
      '--rules',
      rule,
    ]
    const files = [
      'junit=out/junit.xml',
      'sarif=out/report.sarif',
      'markdown=out/report.md',
      'badge=out/badge.json',
    ]
    const { code, out, err } = await said(
      [...argv, ...['github', ...files].flatMap((one) => ['--reporter', one])],
      { cwd, env: { GITHUB_STEP_SUMMARY: summary } },
    )
    expect(code).toBe(1)
    expect(out).toMatch(/^::error title=never-hand-out-a-dead-url at osvi::/)
    expect((await readdir(join(cwd, 'out'))).toSorted()).toEqual([
      'badge.json',
      'junit.xml',
      'report.md',
      'report.sarif',
    ])
    expect(err).toContain('Wrote out/junit.xml (junit).')
    expect(await readFile(summary, 'utf8')).toMatch(/^before\n## Playhead: broken\/hoarder\n/)
  })
})

test.each([
  [['report'], 'unknown-verb'],
  [['report', 'join'], 'unknown-verb'],
  [['report', 'merge'], 'missing-option'],
  [['report', 'show', 'nowhere.json'], 'unreadable-file'],
  [['report', 'merge', 'good-1.json', 'bad-2.json'], 'unlike-shards'],
  [['report', 'merge', 'package.json'], 'bad-report'],
  [['report', 'show', 'good-1.json', '--reporter', 'htlm'], 'unknown-reporter'],
  [['report', 'show', 'good-1.json', '--reporter', 'html='], 'missing-value'],
  [['report', 'show', 'good-1.json', '--reporter', 'html', '--reporter', 'text'], 'conflicting-options'],
  [['verify', '--client', 'builtin:reference', '--vendor', 'osvi', '--shard', '3/2'], 'bad-shard'],
  [['verify', '--client', 'builtin:reference', '--vendor', 'osvi', '--shard', '0/2'], 'bad-shard'],
  [['verify', '--client', 'builtin:reference', '--vendor', 'osvi', '--shard', 'half'], 'bad-shard'],
  [
    ['verify', '--client', 'builtin:reference', '--vendor', 'osvi', '--shard', '1/2', '--min-rules', '3'],
    'conflicting-options',
  ],
])('%j is misuse: %s', async (argv, code) => {
  await writeFile(join(cwd, 'package.json'), '{}')
  const told = await said(argv, { cwd })
  expect(told.err).toContain(`docs/errors.md#${code}`)
  expect(told.code).toBe(2)
})
