import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const folder = fileURLToPath(new URL('./runners', import.meta.url))
const vitest = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url))

const reports = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(reports, { recursive: true }))

/** A runner within a runner finds nothing of the outer one. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_|TEST$|DEV$|PROD$|MODE$|SSR$)/.test(name)),
)

const ran = (...argv: readonly string[]): Promise<{ readonly code: number; readonly out: string }> =>
  new Promise((resolve) => {
    const done = execFile(process.execPath, [...argv], { cwd: folder, env }, (_error, out) =>
      resolve({ code: done.exitCode ?? -1, out }),
    )
  })

interface Told {
  readonly title: string
  readonly status: string
  readonly ancestorTitles: readonly string[]
  readonly failureMessages: readonly string[]
}

const byVitest = async (...more: readonly string[]) => {
  const file = join(reports, 'vitest.json')
  const { code } = await ran(vitest, 'run', '--root', '.', '--reporter=json', `--outputFile=${file}`, ...more)
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as {
    testResults: { assertionResults: Told[] }[]
  }
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const of = (name: string): readonly Told[] =>
    tests.filter(({ ancestorTitles }) => ancestorTitles.includes(`${name} keeps the contract of OSVI`))
  return { code, of }
}

const titles = (tests: readonly Told[], status: string): readonly string[] =>
  tests.filter((one) => one.status === status).map(({ title }) => title)

describe('describeContract in Vitest', () => {
  test('is one test a rule: red with the story, skipped where it cannot be judged', async () => {
    const { code, of } = await byVitest()
    expect(code).toBe(1)
    const first = of('first-client')
    expect(titles(first, 'failed')).toEqual(
      expect.arrayContaining(['drop-the-key-on-redirect', 'escape-the-id', 'end-in-bounded-time']),
    )
    expect(titles(first, 'skipped')).toEqual(
      expect.arrayContaining(['get-never-head', 'resume-where-it-stopped']),
    )
    expect(titles(first, 'passed')).toEqual(
      expect.arrayContaining(['it is plugged in, and can be judged', 'refresh-once-for-all']),
    )
    const [told = ''] = first.find(({ title }) => title === 'escape-the-id')?.failureMessages ?? []
    expect(told).toContain('Wrong here')
    expect(told).not.toContain('    at ')

    const reference = of('reference')
    expect(titles(reference, 'failed')).toEqual([])
    expect(titles(reference, 'passed')).toContain('escape-the-id')
  })

  test('is filtered as any other test is', async () => {
    const { code, of } = await byVitest('-t', 'reference .* escape-the-id')
    expect(code).toBe(0)
    expect(titles(of('reference'), 'passed')).toEqual(['escape-the-id'])
  })
})

describe('describeContract in node --test', () => {
  test('is one test a rule: red with the story, skipped with the reason', async () => {
    const { code, out } = await ran('--test', '--test-reporter=tap', 'clients.node-test.ts')
    expect(code).toBe(1)
    expect(out).toMatch(/not ok \d+ - escape-the-id/)
    expect(out).toContain('Wrong here')
    expect(out).toMatch(/ok \d+ - get-never-head # SKIP the client has no download\(\)/)
    expect(out).toMatch(/# WARN {2}refresh-once-for-all/)
    const [, reference = ''] = out.split('# Subtest: reference keeps the contract of OSVI')
    expect(reference).toMatch(/ {4}ok \d+ - escape-the-id/)
    expect(reference).not.toMatch(/^ {4}not ok/m)
  })
})
