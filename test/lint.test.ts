import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { projectFolder } from './support/house/tree.ts'

const globals: readonly (readonly [path: string, source: string])[] = [
  ['mocks/world/a.ts', 'export const a = Date.now()'],
  ['mocks/vendors/a.ts', 'export const a = new Date(0)'],
  ['mocks/storage/a.ts', 'setTimeout(() => 1, 1)'],
  ['mocks/scenarios/a.ts', 'export const a = performance.now()'],
  ['mocks/simulator.ts', 'export const a = fetch("/")'],
  ['mocks/simulator/a.ts', 'export const a = process.env'],
  ['contracts/rules/a.ts', 'export const a = Buffer.alloc(1)'],
  ['mocks/world/b.ts', 'export const a = crypto.randomUUID()'],
  ['mocks/world/c.ts', 'export const a = globalThis.Date'],
]

const habits: readonly (readonly [rule: string, path: string, source: string])[] = [
  ['noExplicitAny', 'mocks/hosts/a.ts', 'export const a: any = 1'],
  ['noNonNullAssertion', 'mocks/hosts/b.ts', 'export const a = (b?: string) => b!.length'],
  ['noDefaultExport', 'mocks/hosts/c.ts', 'export default 1'],
  ['useNodejsImportProtocol', 'mocks/hosts/d.ts', "import fs from 'fs'\nexport const a = fs"],
  ['noFocusedTests', 'test/a.test.ts', "import { test } from 'vitest'\ntest.only('a', () => {})"],
  ['noConsole', 'mocks/world/d.ts', "console.log('a')"],
]

const allowed: readonly (readonly [path: string, source: string])[] = [
  ['mocks/hosts/e.ts', 'export const a = Date.now()'],
  ['mocks/world/instant.ts', 'export const a = Date.parse("2026-01-31")'],
]

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What the project's linter says of small bad files, laid out as in the project, all in one run. */
const findings = ((): readonly string[] => {
  cpSync(join(projectFolder, 'biome.json'), join(folder, 'biome.json'))
  for (const [path, source] of [
    ...globals,
    ...habits.map(([, path, source]) => [path, source] as const),
    ...allowed,
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${source}\n`)
  }
  const biome = join(projectFolder, 'node_modules/@biomejs/biome/bin/biome')
  const options = ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none']
  return spawnSync(process.execPath, [biome, ...options], { cwd: folder, encoding: 'utf8' }).stdout.split(
    '\n',
  )
})()

const found = (path: string, rule: string): boolean =>
  findings.some((line) => line.includes(`/${path},line=`) && line.includes(`/${rule},`))

describe('the linter', () => {
  test.for(globals)('keeps %s free of %s', ([path]) => {
    expect(found(path, 'noRestrictedGlobals'), findings.join('\n')).toBe(true)
  })

  test.for(habits)('has %s for %s', ([rule, path]) => {
    expect(found(path, rule), findings.join('\n')).toBe(true)
  })

  test.for(allowed)('lets %s have %s', ([path]) => {
    expect(found(path, 'noRestrictedGlobals')).toBe(false)
  })
})
