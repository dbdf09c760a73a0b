import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { publint } from 'publint'
import { build } from 'tsdown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { projectFolder } from './support/house/tree.ts'
import { allPackages, itsPackages, nodes, type Packed, packed } from './support/packed.ts'

const run = promisify(execFile)

let pack: Packed
/** A project that has everything we have, and one that has nothing but ours and what comes along with it. */
let full = ''
let bare = ''
let installed = ''

beforeAll(async () => {
  pack = await packed()
  full = await pack.project('full', allPackages())
  bare = await pack.project('bare', itsPackages)
  installed = join(full, 'node_modules/playhead')
}, 240_000)
afterAll(() => rmSync(pack.folder, { recursive: true }))

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

const ran = async (node: string, argv: readonly string[], cwd: string): Promise<Ran> => {
  try {
    const { stdout, stderr } = await run(node, [...argv], { cwd, env: { PATH: process.env.PATH ?? '' } })
    return { code: 0, out: stdout.trim(), err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout, err: stderr }
  }
}

/** Runs a module in a project that has installed ours. */
const evaluated = (cwd: string, source: string, ...options: readonly string[]): Promise<Ran> =>
  ran(process.execPath, [...options, '--input-type=module', '--eval', source], cwd)

const playhead = (node: string, cwd: string, ...argv: readonly string[]): Promise<Ran> =>
  ran(node, [join(cwd, 'node_modules/playhead', manifest.bin.playhead), ...argv], cwd)

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** What each entry is for, and the package that it is for where it is one of the user's own. */
const entries: Readonly<Record<string, readonly [name: string, peer?: string]>> = {
  playhead: ['createWorld'],
  'playhead/world': ['parseWorld'],
  'playhead/msw': ['handlers', 'msw'],
  'playhead/nock': ['intercept', 'nock'],
  'playhead/node': ['startServer'],
  'playhead/vite': ['playhead'],
  'playhead/deck': ['mountDeck'],
  'playhead/contracts': ['verify'],
  'playhead/vitest': ['describeContract', 'vitest'],
  'playhead/node-test': ['describeContract'],
}
const types = ['quo', 'osvi', 'envoy', 'feather', 'voqo'].map((vendor) => `playhead/types/${vendor}`)

const nodeOnly = ['nock', 'node', 'vite', 'contracts', 'vitest', 'node-test']

describe('the package', () => {
  test('has an entry for each thing it exports, and no other', () => {
    const told = Object.keys(manifest.exports).filter((name) => !name.endsWith('.json'))
    expect(told.map((name) => `playhead${name.slice(1)}`).sort()).toEqual(
      [...Object.keys(entries), ...types].sort(),
    )
  })

  test.for(Object.entries(entries))('%s exports %j', async ([entry, [name, peer]]) => {
    const source = `console.log(typeof (await import('${entry}')).${name})`
    // Vitest's own functions are there only while it runs a test.
    if (peer !== 'vitest') expect(await evaluated(full, source)).toMatchObject({ code: 0, out: 'function' })
    const without = await evaluated(bare, source)
    expect(without.err).toContain(peer === undefined ? '' : `Install it: npm install --save-dev ${peer}`)
    expect(without.code).toBe(peer === undefined ? 0 : 1)
  })

  test('has types for each of them, and schemas', async () => {
    for (const target of Object.values(manifest.exports))
      if (typeof target === 'object')
        expect(existsSync(join(installed, target.types)), target.types).toBe(true)
    const source = "console.log(import.meta.resolve('playhead/case.schema.json'))"
    expect((await evaluated(bare, source)).out).toMatch(/generated\/playhead\/case\.schema\.json$/)
  })

  test.for(nodeOnly)('says that a browser cannot have playhead/%s', async (name) => {
    const { err } = await evaluated(full, `await import('playhead/${name}')`, '--conditions=browser')
    expect(err).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED')
  })

  test('brings no TypeScript but declarations, no tests, and its licence', () => {
    const files = filesIn(installed).map((path) => path.slice(installed.length + 1))
    expect(files.filter((path) => /\.ts$/.test(path) && !/\.d\.ts$/.test(path))).toEqual([])
    expect(files.filter((path) => /(^|\/)test\//.test(path))).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'CONTRIBUTING.md', 'docs/errors.md']),
    )
  })

  test('imports nothing that it does not declare, but for what a clone alone can do', () => {
    const declared = [...itsPackages, ...Object.keys(manifest.peerDependencies)]
    const text = filesIn(join(installed, 'dist'))
      .filter((path) => path.endsWith('.js') && !/\/shared\/(lint|generate|load)/.test(path))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n')
    const names = [...text.matchAll(/\b(?:from|import)\s*\(?\s*["']([@a-z][\w@/:.-]*)["']/g)].map(
      ([, name = '']) => name,
    )
    const packages = names
      .filter((name) => !name.startsWith('node:') && !name.startsWith('playhead'))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      )
    expect(packages).toEqual(expect.arrayContaining(['valibot', '@noble/hashes', 'msw', 'nock', 'vitest']))
    expect([...new Set(packages)].filter((name) => !declared.includes(name))).toEqual([])
  })

  test('checks a vendor against the page that comes along, and pins nothing in itself', async () => {
    const page = join(installed, 'specs/osvi/source.md')
    const drift = (...argv: readonly string[]) => playhead(process.execPath, full, 'drift', ...argv)
    expect(await drift('check', 'osvi', '--head', `osvi=${page}`)).toMatchObject({
      code: 0,
      out: expect.stringContaining('no change'),
    })
    expect(await drift('accept', 'osvi', '--head', `osvi=${page}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('not-a-clone'),
    })
  })

  test('has nothing that publint would complain of', async () => {
    const { messages } = await publint({ pkgDir: installed, pack: false })
    expect(messages).toEqual([])
  })
})

/** A command of one of our own packages. */
const ofPackage = (path: string): string => join(projectFolder, 'node_modules', path)

describe('its types', () => {
  test('are found as its code is, however a project resolves them', async () => {
    const argv = [ofPackage('@arethetypeswrong/cli/dist/index.js'), pack.tarball, '--profile', 'esm-only']
    expect(await ran(process.execPath, argv, pack.folder)).toMatchObject({ code: 0 })
  }, 60_000)

  test('compile in a project that checks every declaration', async () => {
    const source = [
      "import { createWorld, defineConfig } from 'playhead'",
      "import { type Bench, outcomeFrom } from 'playhead/contracts'",
      "import { startServer } from 'playhead/node'",
      "import { describeContract } from 'playhead/node-test'",
      "import type { paths } from 'playhead/types/quo'",
      "import { parseWorld } from 'playhead/world'",
      'export const used = [createWorld, outcomeFrom, startServer, describeContract, parseWorld] as const',
      "export type Route = paths['/v1/call-recordings/{callId}']",
      'export const base = (bench: Bench): string => bench.baseUrl',
      "export default defineConfig({ vendors: ['osvi'] })",
    ]
    writeFileSync(join(bare, 'use.ts'), source.join('\n'))
    const options = ['--noEmit', '--strict', '--target', 'es2024', '--module', 'nodenext', '--types', '']
    const argv = [ofPackage('@typescript/native/bin/tsc'), ...options, 'use.ts']
    expect(await ran(process.execPath, argv, bare)).toEqual({ code: 0, out: '', err: '' })
    writeFileSync(join(bare, 'use.ts'), source.join('\n').replace("'osvi'", '1'))
    expect((await ran(process.execPath, argv, bare)).out).toContain('error TS2322')
  }, 60_000)
})

describe('for a browser', () => {
  /** The bytes that a page has to load before MSW answers for every vendor, gzipped: what is imported later is not counted. */
  const gzipped = async (): Promise<{ readonly bytes: number; readonly imports: readonly string[] }> => {
    const entry = join(full, 'page.js')
    writeFileSync(
      entry,
      "export { handlers } from 'playhead/msw'\nexport { createBackend } from 'playhead'\n",
    )
    const outDir = join(full, 'page')
    await build({
      entry: { page: entry },
      cwd: full,
      outDir,
      config: false,
      platform: 'browser',
      dts: false,
      minify: true,
      hash: false,
      logLevel: 'silent',
      deps: { neverBundle: ['msw'], alwaysBundle: [/./] },
    })
    const imports: string[] = []
    const seen = new Set<string>()
    const look = (file: string): number => {
      if (seen.has(file)) return 0
      seen.add(file)
      const text = readFileSync(join(outDir, file), 'utf8')
      const named = [...text.matchAll(/(?:from|import)\s*["']([^"']+)["']/g)].map(([, name = '']) => name)
      imports.push(...named.filter((name) => !name.startsWith('.')))
      const below = named.filter((name) => name.startsWith('./')).map((name) => look(name.slice(2)))
      return gzipSync(text, { level: 9 }).length + below.reduce((sum, size) => sum + size, 0)
    }
    return { bytes: look(readdirSync(outDir).find((name) => name.startsWith('page.')) ?? ''), imports }
  }

  test('./msw and its vendors weigh at most 40 kB, and need nothing of node', async () => {
    const { bytes, imports } = await gzipped()
    expect(bytes).toBeGreaterThan(20_000)
    expect(bytes).toBeLessThan(40_000)
    expect([...new Set(imports)]).toEqual(['msw'])
  }, 60_000)
})

describe.for(nodes)('in an empty project, under %s,', (node) => {
  test('the command runs, and asks for the packages that are missing by name', async () => {
    expect(await playhead(node, bare, '--version')).toMatchObject({ code: 0, out: manifest.version })
    expect((await playhead(node, bare, 'scenario', 'show', 'valid')).out).toContain('"calls"')
    const { code, err } = await playhead(node, bare, ...verifying, '--transport', 'msw')
    expect(code).toBe(2)
    expect(err).toContain('Install it: npm install --save-dev msw')
  })

  test('init writes what is not there, and what it wrote is verified', async () => {
    for (const name of ['playhead.config.ts', 'playhead-adapter.ts', '.github'])
      rmSync(join(bare, name), { recursive: true, force: true })
    expect((await playhead(node, bare, 'init', '--vendor', 'osvi,quo')).code).toBe(0)
    writeFileSync(join(bare, '.github/workflows/playhead.yml'), 'mine')
    const { written, kept } = JSON.parse((await playhead(node, bare, 'init', '--json')).out)
    expect({ written, kept: kept.length }).toEqual({ written: [], kept: 3 })
    expect(readFileSync(join(bare, '.github/workflows/playhead.yml'), 'utf8')).toBe('mine')

    const { code, out } = await playhead(node, bare, 'verify', '--cases', '3')
    expect(code).toBe(1)
    expect(out).toContain('FAIL  escape-the-id  MUST   client: my-client   vendor: ')
    expect(out).toMatch(/^rule +quo +osvi$/m)
    expect((await playhead(node, bare, ...verifying)).code).toBe(0)
  })

  test('node --test takes its contract', async () => {
    writeFileSync(
      join(bare, 'contract.test.mjs'),
      "import { describeContract } from 'playhead/node-test'\nimport * as client from './playhead-adapter.ts'\n" +
        "describeContract({ ...client, vendor: 'osvi', cases: 0, rules: ['honour-success-false'] })\n",
    )
    const { code, out } = await ran(node, ['--test', '--test-reporter=tap', 'contract.test.mjs'], bare)
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/# pass 2$/m) })
  })
})

const verifying = ['verify', '--client', 'builtin:reference', '--vendor', 'voqo', '--cases', '3']
