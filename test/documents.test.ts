import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { registry } from '../bin/registry.ts'
import manifest from '../package.json' with { type: 'json' }
import { partOf, projectFolder, readTree } from './support/house/tree.ts'

const documents = [
  ...partOf(
    readTree(),
    (path) => /^(docs\/.*|README|CONTRIBUTING)(\.md)?$/.test(path) && path.endsWith('.md'),
  ),
]

/** Paths of the tree in backticks or links; what a reader is to write there has a name that says so. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/[`(]((?:\.ci|specs|generated|mocks|contracts|bin|test|docs)\/[\w./-]*)[`)#]/g)]
    .map(([, path = '']) => path)
    .filter((path) => !/acme|NAME|say-it-as-a-command|what-it-does-wrong|decisions/.test(path))

describe.for(documents)('%s', ([, text]) => {
  test('names files that are there', () => {
    expect(pathsIn(text).filter((path) => !existsSync(join(projectFolder, path)))).toEqual([])
  })

  // `dev` is the script of a reader's own app.
  test('names scripts that there are', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in manifest.scripts) && name !== 'dev')).toEqual([])
  })

  test('names commands that there are', () => {
    const named = [...text.matchAll(/`(?:npm run -s playhead --|npx playhead|playhead) ([a-z]+)\b/g)].map(
      ([, name = '']) => name,
    )
    expect(named.filter((name) => !(name in registry) && name !== 'help')).toEqual([])
  })
})

test('a path that is not there would be found', () => {
  expect(
    pathsIn('see `mocks/nowhere.ts` and [it](docs/nothing.md#there), not `mocks/vendors/acme.ts`'),
  ).toEqual(['mocks/nowhere.ts', 'docs/nothing.md'])
})
