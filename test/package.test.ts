import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { projectFolder } from './support/house/tree.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
const installed = join(folder, 'node_modules/playhead')
afterAll(() => rmSync(folder, { recursive: true }))

/** Packs what npm would publish and lays it under a node_modules of its own, beside our packages. */
beforeAll(async () => {
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  await run(npm, ['pack', '--silent', '--pack-destination', folder], { cwd: projectFolder })
  await run('tar', ['-xzf', `playhead-${manifest.version}.tgz`], { cwd: folder })
  for (const name of readdirSync(join(projectFolder, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(projectFolder, 'node_modules', name), join(modules, name))
  await run('mv', ['package', installed], { cwd: folder })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
}, 120_000)

/** Runs a module in the project that has installed ours. */
const evaluated = async (source: string, ...options: readonly string[]): Promise<string> => {
  const argv = [...options, '--input-type=module', '--eval', source]
  return (await run(process.execPath, argv, { cwd: folder })).stdout.trim()
}

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const entries: Readonly<Record<string, string>> = {
  playhead: 'createBackend',
  'playhead/world': 'parseWorld',
  'playhead/msw': 'handlers',
  'playhead/nock': 'intercept',
  'playhead/node': 'startServer',
  'playhead/contracts': 'verify',
}

describe('the package', () => {
  test('has a command that runs', async () => {
    const bin = join(installed, manifest.bin.playhead)
    expect((await run(bin, ['--version'])).stdout).toBe(`${manifest.version}\n`)
    expect((await run(process.execPath, [bin, 'help', 'verify'])).stdout).toContain('playhead verify')
    expect((await run(process.execPath, [bin, 'scenario', 'show', 'valid'])).stdout).toContain('"calls"')
  })

  test('has an entry for each thing it exports, and no other', () => {
    const told = Object.keys(manifest.exports).filter((name) => !name.endsWith('.json'))
    expect(told.map((name) => `playhead${name.slice(1)}`).sort()).toEqual(Object.keys(entries).sort())
  })

  test.for(Object.entries(entries))('%s exports %s', async ([entry, name]) => {
    expect(await evaluated(`console.log(typeof (await import('${entry}')).${name})`)).toBe('function')
  })

  test('has types for each of them', () => {
    for (const target of Object.values(manifest.exports))
      if (typeof target === 'object')
        expect(existsSync(join(installed, target.types)), target.types).toBe(true)
  })

  test('says that a browser cannot have a server', async () => {
    await expect(evaluated("await import('playhead/node')", '--conditions=browser')).rejects.toThrow(
      'ERR_PACKAGE_PATH_NOT_EXPORTED',
    )
    expect(await evaluated("console.log(typeof (await import('playhead')))", '--conditions=browser')).toBe(
      'object',
    )
  })

  test('brings no TypeScript but declarations, no tests, and its licence', () => {
    const files = filesIn(installed).map((path) => path.slice(installed.length + 1))
    expect(files.filter((path) => /\.ts$/.test(path) && !/\.d\.ts$/.test(path))).toEqual([])
    expect(files.filter((path) => /(^|\/)test\//.test(path))).toEqual([])
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'docs/errors.md']))
  })

  test('imports nothing that it does not declare, but for what a clone alone can do', () => {
    const declared = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]
    // The tests that `playhead case export` writes import these; nothing here does.
    const written = [manifest.name, 'vitest']
    const text = filesIn(join(installed, 'dist'))
      .filter((path) => path.endsWith('.js') && !/\/shared\/(lint|generate|load)/.test(path))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n')
    const names = [...text.matchAll(/\b(?:from|import)\s*\(?\s*["']([@a-z][\w@/:.-]*)["']/g)].map(
      ([, name = '']) => name,
    )
    const packages = names
      .filter((name) => !name.startsWith('node:'))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      )
    expect(packages).toEqual(expect.arrayContaining(['valibot', '@noble/hashes', 'msw', 'nock']))
    expect([...new Set(packages)].filter((name) => ![...declared, ...written].includes(name))).toEqual([])
  })
})
