import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectFolder } from '../house/tree.ts'
import { type Block, fileOf, holds } from './blocks.ts'
import { strictScript } from './strict-script.ts'

/** Somebody who follows a page, in a project of their own. */
export interface Reader extends AsyncDisposable {
  /**
   * Does what a block says: saves it where it names a file, and runs it otherwise.
   * @returns what is wrong with it; `undefined` where it does as it says
   */
  follow(block: Block): Promise<string | undefined>
}

/** The entries of the package that pages import, and the files they are made from. */
const entries = {
  '.': 'mocks/index.ts',
  './contracts': 'contracts/index.ts',
  './vitest': 'contracts/entries/vitest.ts',
  './node-test': 'contracts/entries/node-test.ts',
} as const

/** What a reader has on the path. `npx` finds what is installed, as the real one does, without asking anybody. */
const commands: Readonly<Record<string, string>> = {
  node: `exec '${process.execPath}' "$@"`,
  playhead: `exec '${process.execPath}' '${projectFolder}/bin/playhead.ts' "$@"`,
  vitest: `exec '${process.execPath}' '${projectFolder}/node_modules/vitest/vitest.mjs' "$@"`,
  npx: 'exec "$@"',
}

const runs: Readonly<Record<string, (file: string) => string>> = {
  ts: (file) => `node ${file}`,
  python: (file) => `python3 ${file}`,
  java: (file) => `java ${file}`,
}

/** Playhead as it would be installed. It lies beside node_modules: node strips no types of what lies within. */
const install = async (home: string): Promise<void> => {
  const own = join(home, 'installed')
  await mkdir(own)
  const exports = Object.entries(entries).map(([name], index) => [name, `./${index}.ts`])
  const manifest = { name: 'playhead', type: 'module', exports: Object.fromEntries(exports) }
  await writeFile(join(own, 'package.json'), JSON.stringify(manifest))
  for (const [index, file] of Object.values(entries).entries())
    await writeFile(
      join(own, `${index}.ts`),
      `export * from '${pathToFileURL(join(projectFolder, file)).href}'\n`,
    )
  await mkdir(join(home, 'project/node_modules'), { recursive: true })
  await symlink(own, join(home, 'project/node_modules/playhead'))
  await mkdir(join(home, 'bin'))
  for (const [name, text] of Object.entries(commands)) {
    await writeFile(join(home, 'bin', name), `#!/bin/sh\n${text}\n`)
    await chmod(join(home, 'bin', name), 0o755)
  }
}

const ran = async (command: readonly string[], cwd: string, env: NodeJS.ProcessEnv) => {
  const [file = '', ...args] = command
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let told = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      told += piece
    })
  const [code] = await once(child, 'close')
  return { code, told }
}

/** What a reader begins with. */
export interface ReaderOptions {
  /** Where their mock answers, in place of the usual address. */
  readonly url: string
  /** Their own world in it. */
  readonly sandbox: string
  /** The files they have already, by path. */
  readonly files: Readonly<Record<string, string>>
}

/** Opens a project for somebody who follows a page. */
export const openReader = async ({ url, sandbox, files }: ReaderOptions): Promise<Reader> => {
  const home = await mkdtemp(join(tmpdir(), 'playhead-docs-'))
  const cwd = join(home, 'project')
  await install(home)
  const save = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(cwd, path)), { recursive: true })
    await writeFile(join(cwd, path), text)
  }
  await save('package.json', '{ "type": "module", "private": true }')
  for (const [path, text] of Object.entries(files)) await save(path, text)

  const usual = {
    PATH: `${join(home, 'bin')}:${process.env.PATH}`,
    HOME: home,
    PLAYHEAD_URL: url,
    PLAYHEAD_SANDBOX: sandbox,
    // The witnesses of each rule, and no generated cases: pages are tried here, not clients.
    PLAYHEAD_CASES: '0',
    NODE_COMPILE_CACHE: join(tmpdir(), 'playhead-docs-cache'),
  }
  // A reader's mock is at the usual port; here all share one, and each has a world of their own.
  const addressed = (text: string): string => text.replaceAll('http://127.0.0.1:4010', `${url}/~${sandbox}`)

  return {
    follow: async (block) => {
      const { language, text, env, prints } = block
      const file = fileOf(block)
      if (file !== undefined) {
        await save(file, addressed(text))
        return undefined
      }
      const name = `block-${block.line}.${language}`
      const script = language === 'sh' ? strictScript(addressed(text)) : (runs[language]?.(name) ?? '')
      await save(name, addressed(text))
      const { code, told } = await ran(['bash', '-c', script], cwd, { ...usual, ...env })
      if (code !== 0) return `it ends with ${code}:\n${told}`
      return prints === undefined || holds(told, prints)
        ? undefined
        : `it does not print\n${prints}\nbut\n${told}`
    },
    [Symbol.asyncDispose]: () => rm(home, { recursive: true }),
  }
}
