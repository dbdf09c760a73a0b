import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { said } from '../../support/command-line.ts'
import { projectFolder } from '../../support/house/tree.ts'

let cwd = ''
let file = ''
const playhead = (...argv: readonly string[]) => said(argv, { cwd })

/** A project that has Playhead installed, as far as its contracts go, and a right and a wrong client. */
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'playhead-case-'))
  const at = (path: string): string => pathToFileURL(join(projectFolder, path)).href
  const installed = join(cwd, 'node_modules/playhead')
  await mkdir(installed, { recursive: true })
  await writeFile(join(installed, 'contracts.mjs'), `export * from '${at('contracts/index.ts')}'\n`)
  await writeFile(
    join(installed, 'package.json'),
    JSON.stringify({ name: 'playhead', type: 'module', exports: { './contracts': './contracts.mjs' } }),
  )
  await symlink(join(projectFolder, 'node_modules/vitest'), join(cwd, 'node_modules/vitest'))
  for (const [name, path] of [
    ['right', 'clients/reference.ts'],
    ['wrong', 'clients/broken/hoarder.ts'],
  ] as const) {
    const found = name === 'right' ? 'client.reference' : 'client.hoarder.broken'
    const source = `import * as client from '${at(`contracts/${path}`)}'\nexport const { name, capabilities, connect } = ${found}\n`
    await writeFile(join(cwd, `${name}.mjs`), source)
  }
  const { out } = await playhead('verify', '--client', './wrong.mjs', '--vendor', 'osvi', '--cases', '0')
  file = /playhead replay (\S*never-hand-out\S+)/.exec(out)?.[1] ?? ''
})
afterAll(() => rm(cwd, { recursive: true }))

const runNode = (...argv: readonly string[]) =>
  new Promise<{ code: number; out: string }>((resolve) => {
    const env = { PATH: process.env.PATH ?? '' }
    execFile(process.execPath, [...argv], { cwd, env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out: `${out}${err}` }),
    )
  })

describe('playhead case export', () => {
  test('writes a test that fails with the story, and passes once the client is mended', async () => {
    const exported = (client: string, to: string) =>
      playhead('case', 'export', '--node-test', file, '--client', client, '--out', to)
    expect(await exported('./wrong.mjs', 'tests/wrong.test.mjs')).toMatchObject({
      code: 0,
      out: 'tests/wrong.test.mjs',
    })
    const wrong = await runNode('--test', 'tests/wrong.test.mjs')
    expect(wrong.out).toContain('← here')
    expect(wrong.code).toBe(1)
    await exported('./right.mjs', 'tests/right.test.mjs')
    const right = await runNode('--test', 'tests/right.test.mjs')
    expect(right.code, right.out).toBe(0)
  })

  test('writes one for vitest, on standard output where no file is named', async () => {
    const { out } = await playhead('case', 'export', '--vitest', file, '--client', './wrong.mjs')
    expect(out).toContain("import { expect, test } from 'vitest'")
    expect(out).toContain("import * as client from './wrong.mjs'")
    expect(out).toContain("test('never-hand-out-a-dead-url at osvi: ")
    const given = JSON.parse(/parseCase\(([\s\S]*?)\)\n\ntest/.exec(out)?.[1] ?? '')
    expect(given).toEqual(JSON.parse(await readFile(join(cwd, file), 'utf8')))
    await writeFile(join(cwd, 'wrong.test.mjs'), out)
    const { out: told, code } = await runNode(join(cwd, 'node_modules/vitest/vitest.mjs'), 'run')
    expect(told).toContain('← here')
    expect(code).toBe(1)
  })

  test('names a package as it is, and a file from where the test will lie', async () => {
    const named = async (...argv: readonly string[]) => {
      const { out } = await playhead('case', 'export', '--vitest', file, '--client', ...argv)
      return /import \* as client from '(.*)'/.exec(out)?.[1]
    }
    expect(await named('our-sdk/playhead')).toBe('our-sdk/playhead')
    expect(await named('../elsewhere/adapter.ts')).toBe('../elsewhere/adapter.ts')
  })

  test.each([
    [['case'], 'unknown-verb'],
    [['case', 'export'], 'missing-option'],
    [['case', 'export', 'FILE', '--vitest'], 'missing-option'],
    [['case', 'export', 'FILE', '--client', './right.mjs'], 'missing-option'],
    [['case', 'export', 'nowhere.json', '--vitest', '--client', './right.mjs'], 'unreadable-file'],
  ])('%j is misuse: %s', async (argv, code) => {
    const { code: exit, err } = await playhead(...argv.map((one) => (one === 'FILE' ? file : one)))
    expect(err).toContain(code === 'unreadable-file' ? 'there is no such file' : 'Cannot')
    expect(exit).toBe(2)
  })
})
