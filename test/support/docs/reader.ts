import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projectFolder } from '../house/tree.ts'
import { type Block, fileOf, holds } from './blocks.ts'
import { installIn } from './installed.ts'
import { strictScript } from './strict-script.ts'

/** Somebody who follows a page, in a project of their own. */
export interface Reader extends AsyncDisposable {
  /**
   * Does what a block says: saves it where it names a file, and runs it otherwise.
   * @returns what is wrong with it; `undefined` where it does as it says
   */
  follow(block: Block): Promise<string | undefined>
}

/** What a reader has on the path. `npx` finds what is installed, as the real one does, without asking anybody. */
const commands: Readonly<Record<string, string>> = {
  node: `exec '${process.execPath}' "$@"`,
  playhead: `exec '${process.execPath}' '${projectFolder}/bin/playhead.ts' "$@"`,
  npx: 'exec "$@"',
  vite: `exec '${process.execPath}' '${projectFolder}/node_modules/vite/bin/vite.js' "$@"`,
  vitest: `exec '${process.execPath}' '${projectFolder}/node_modules/vitest/vitest.mjs' "$@"`,
  // In a clone the command has no name of its own.
  npm: [
    'if [ "$1 $2 $3 $4" = "run -s playhead --" ]; then shift 4; exec playhead "$@"; fi',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
    'exec "$(PATH="${PATH#*:}" command -v npm)" "$@"',
  ].join('\n'),
}

/** The languages that blocks are run in, and how: by the block's text, and by the file it stands in. */
const scripts: Readonly<Record<string, (text: string, file: string) => string>> = {
  sh: strictScript,
  bash: strictScript,
  ts: (_, file) => `node ${file}`,
  python: (_, file) => `python3 ${file}`,
  java: (_, file) => `java ${file}`,
}

export const runLanguages: readonly string[] = Object.keys(scripts)

const equip = async (bin: string): Promise<void> => {
  await mkdir(bin)
  for (const [name, text] of Object.entries(commands)) {
    await writeFile(join(bin, name), `#!/bin/sh\n${text}\n`)
    await chmod(join(bin, name), 0o755)
  }
}

const ran = async (script: string, cwd: string, env: NodeJS.ProcessEnv) => {
  const child = spawn('bash', ['-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
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
  await installIn(cwd)
  await equip(join(home, 'bin'))
  const save = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(cwd, path)), { recursive: true })
    await writeFile(join(cwd, path), text)
  }
  for (const [path, text] of Object.entries(files)) await save(path, text)

  const usual = {
    PATH: `${join(home, 'bin')}:${process.env.PATH}`,
    HOME: home,
    PLAYHEAD_URL: url,
    PLAYHEAD_SANDBOX: sandbox,
    // Two rules by their own cases, and no generated ones: pages are tried here, not clients.
    PLAYHEAD_CASES: '0',
    PLAYHEAD_RULES: 'never-hand-out-a-dead-url,ask-with-the-vendors-own-key',
    // Where node itself keeps it: each command loads the same files.
    NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
    JAVA_TOOL_OPTIONS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
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
      await save(name, addressed(text))
      const script = scripts[language]?.(addressed(text), name) ?? 'exit 1'
      const { code, told } = await ran(script, cwd, { ...usual, ...env })
      if (code !== 0) return `it ends with ${code}:\n${told}`
      return prints === undefined || holds(told, prints)
        ? undefined
        : `it does not print\n${prints}\nbut\n${told}`
    },
    [Symbol.asyncDispose]: () => rm(home, { recursive: true }),
  }
}
