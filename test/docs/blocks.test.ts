import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type PlayheadServer, startServer } from '../../mocks/hosts/node.ts'
import { type Block, blocksOf, fileOf } from '../support/docs/blocks.ts'
import { givenTo } from '../support/docs/given.ts'
import { pagesWithBlocks } from '../support/docs/pages.ts'
import { openReader, runLanguages } from '../support/docs/reader.ts'

const pages = pagesWithBlocks()

/** What only shows the shape of something. */
const shownLanguages = ['json', 'yaml', 'text']

const isRun = ({ language, onlyRead }: Block): boolean =>
  runLanguages.includes(language) && onlyRead === undefined

const programs = { sh: ['bash', 'curl'], python: ['python3'], java: ['java'] } as const

const lacks = (blocks: readonly Block[]): boolean =>
  Object.entries(programs)
    .filter(([language]) => blocks.some((block) => isRun(block) && block.language === language))
    .flatMap(([, needed]) => needed)
    .some((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0)

// Each page runs one command after the other, and a driver is often waited for; more at once would only be in each other's way.
vi.setConfig({ maxConcurrency: 3 })

// One mock for all: each page has a sandbox of its own in it, whose clock stands still until the page moves it.
let server: PlayheadServer
beforeAll(async () => {
  server = await startServer({ port: 0, start: { freeze: true, at: Date.UTC(2026, 0, 31, 9) } })
})
afterAll(() => server.close())

const reader = (path: string) =>
  openReader({
    url: server.url,
    sandbox: path.replaceAll(/\W/g, '-').toLowerCase(),
    files: givenTo[path] ?? {},
  })

describe('the blocks of code', () => {
  test.concurrent.for(pages)(
    'of $path do what they say',
    async ({ path, blocks }, { expect: held, skip }) => {
      if (lacks(blocks)) skip('a program that the page uses is not installed here')
      await using someone = await reader(path)
      for (const block of blocks.filter(isRun)) {
        const wrong = await someone.follow(block)
        held(wrong, `${path}:${block.line}\n${block.text}\n${wrong}`).toBeUndefined()
      }
    },
  )

  test.for(pages)('of $path are run, or say why not', ({ text: page, blocks }) => {
    expect(page.match(/^\s*```\w*$/gm)?.length).toBe(
      2 * blocks.length + 2 * blocks.filter(({ prints }) => prints !== undefined).length,
    )
    for (const block of blocks) {
      expect([...runLanguages, ...shownLanguages]).toContain(block.language)
      expect(block.onlyRead ?? 'a reason').toMatch(/\w/)
      if (block.language === 'json') expect(() => JSON.parse(block.text)).not.toThrow()
      // A file is run by what names it further down: a command, or another file.
      const name = fileOf(block)?.replace(/^.*\/|\.\w+$/g, '')
      const after = blocks.filter((other) => isRun(other) && other.line > block.line)
      if (isRun(block) && name !== undefined) expect(after.map(({ text }) => text).join('\n')).toContain(name)
    }
  })
})

test('what readers have already is given to pages that there are', () => {
  expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(Object.keys(givenTo)))
})

describe('a page that is wrong', () => {
  test.for<[string, string, string]>([
    ['a command that fails', '```sh\ntrue\nfalse\ntrue\n```', 'it ends with 1'],
    ['a pipe of which a part fails', '```sh\nfalse | cat\n```', 'it ends with 1'],
    ['a failure that does not come', '```sh\ntrue   # exits 1\n```', 'it exits 0, and not 1'],
    ['another failure', '```sh\nexit 3   # this exits 1\n```', 'it ends with 3'],
    [
      'another text',
      '```sh\necho one two\n```\n\n```text\none … three\n```',
      'it does not print\none … three',
    ],
    ['a module that throws', "```ts\nthrow new Error('no')\n```", 'Error: no'],
  ])('is told of: %s', async ([, page, told]) => {
    await using someone = await reader('none')
    const [block] = blocksOf(page)
    expect(block && (await someone.follow(block))).toContain(told)
  })

  test('and one that is right is not', async () => {
    await using someone = await reader('none')
    const page = [
      '<!-- with WHO=me -->',
      '```sh\nfalse   # exits 1, as it should\necho "one $WHO three"\ncat told.py\n```\n',
      '```text\none … three\n```\n',
      '<!-- only to be read: it never ends -->\n```sh\nsleep 1000\n```\n',
    ].join('\n')
    const [first, second, ...more] = blocksOf(`# Page\n\n\`\`\`python\n# told.py\n1\n\`\`\`\n\n${page}`)
    const [, third] = [second, more[0]]
    expect(first && fileOf(first)).toBe('told.py')
    expect(second).toMatchObject({ line: 9, env: { WHO: 'me' }, prints: 'one … three\n' })
    expect(third).toMatchObject({ onlyRead: 'it never ends' })
    for (const block of [first, second]) expect(block && (await someone.follow(block))).toBeUndefined()
  })
})
