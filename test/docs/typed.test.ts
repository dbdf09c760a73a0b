import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileOf } from '../support/docs/blocks.ts'
import { givenTo } from '../support/docs/given.ts'
import { installIn } from '../support/docs/installed.ts'
import { pagesWithBlocks } from '../support/docs/pages.ts'
import { projectFolder } from '../support/house/tree.ts'

const run = promisify(execFile)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playhead-docs-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What a reader's own project would say: strict, and otherwise as TypeScript comes. */
const config = {
  compilerOptions: {
    strict: true,
    target: 'es2024',
    lib: ['es2024', 'dom', 'dom.iterable'],
    module: 'nodenext',
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
    typeRoots: [join(projectFolder, 'node_modules/@types')],
  },
  include: ['docs'],
}

// A file that a page writes twice is looked at as the page leaves it.
const filesOf = (): ReadonlyMap<string, string> =>
  new Map(
    pagesWithBlocks().flatMap(({ path, blocks }) =>
      blocks
        .filter(({ language }) => language === 'ts')
        .map((block) => [join(path, fileOf(block) ?? `${block.line}.ts`), block.text] as const)
        .concat(Object.entries(givenTo[path] ?? {}).map(([file, text]) => [join(path, file), text] as const)),
    ),
  )

const complaints = async (files: ReadonlyMap<string, string>): Promise<readonly string[]> => {
  const project = await mkdtemp(join(folder, 'project-'))
  await installIn(project)
  for (const [path, text] of [...files, ['tsconfig.json', JSON.stringify(config)] as const]) {
    await mkdir(dirname(join(project, path)), { recursive: true })
    await writeFile(join(project, path), text)
  }
  const compiler = join(projectFolder, 'node_modules/.bin/tsc')
  const told = await run(compiler, ['-p', project, '--pretty', 'false'], { cwd: project }).catch(
    ({ stdout }: { stdout: string }) => ({ stdout }),
  )
  return told.stdout.split('\n').filter((line) => line.startsWith('docs/'))
}

test('what the docs show in TypeScript holds for a strict compiler, and what does not would be told', async () => {
  const files = filesOf()
  expect([...files.keys()]).toContain('docs/tutorial.md/client.ts')
  const wrong = "import { outcomeFrom } from 'playhead/contracts'\noutcomeFrom(1)\n"
  const told = await complaints(new Map([...files, ['docs/wrong.md/1.ts', wrong]]))
  expect(told.map((line) => line.replace(/: .*/, ''))).toEqual(['docs/wrong.md/1.ts(2,1)'])
})
