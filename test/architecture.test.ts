import { describe, expect, test } from 'vitest'
import { documentedCodes, errorCodes, hiddenCodes } from './support/house/error-codes.ts'
import { backwardImports, innerBarrels, longFiles, unfitWords } from './support/house/habits.ts'
import { circlesOf, graphOf, importsOf } from './support/house/imports.ts'
import { impureWords, wrongImports } from './support/house/layers.ts'
import { partOf, readTree, type Tree } from './support/house/tree.ts'

const tree = readTree()
const sources = partOf(tree, (path) => /^(mocks|contracts|specs\/tools|bin|generated)\/.*\.tsx?$/.test(path))
const entries = ['mocks/index.ts', 'mocks/world/index.ts', 'contracts/index.ts']

const treeOf = (files: Readonly<Record<string, string>>): Tree => new Map(Object.entries(files))

describe('the house', () => {
  test('has files to look at', () => {
    expect([...sources.keys()]).toEqual(
      expect.arrayContaining(['mocks/world/instant.ts', 'mocks/simulator.ts', 'bin/playhead.ts']),
    )
  })

  test('imports go downwards, and out of pure folders not at all', () => {
    expect(wrongImports(sources)).toEqual([])
  })

  test('nothing pure draws on chance', () => {
    expect(impureWords(sources)).toEqual([])
  })

  test('no imports go in a circle', () => {
    expect(circlesOf(graphOf(tree))).toEqual([])
  })

  test('no file is longer than can be read at once', () => {
    expect(longFiles(tree)).toEqual([])
  })

  test('an index.ts is a registry or an entry of the package, and nothing is a catch-all', () => {
    expect(innerBarrels(sources, entries)).toEqual([])
  })

  test('nobody inside imports an entry of the package back', () => {
    expect(backwardImports(tree, entries)).toEqual([])
  })

  test('no file holds something left to do, a path of one machine or a package registry', () => {
    expect(unfitWords(tree)).toEqual([])
  })

  test('every code of an error can be found by searching for it', () => {
    expect(hiddenCodes(sources)).toEqual([])
  })

  test('every code of an error has a section in docs/errors.md, and every section a code', () => {
    expect(documentedCodes(tree.get('docs/errors.md') ?? '')).toEqual(errorCodes(sources))
  })
})

describe('its guards see', () => {
  test.for<[string, string[]]>([
    ["import { a } from './a.ts'", ['./a.ts']],
    ["import type { A } from './a.ts'", ['./a.ts']],
    ["import {\n  type A,\n  b as c,\n} from './a.ts'", ['./a.ts']],
    ["import * as v from 'valibot'", ['valibot']],
    ["import './a.ts'", ['./a.ts']],
    ["export { a } from './a.ts'", ['./a.ts']],
    ["export type * from './a.ts'", ['./a.ts']],
    ["const a = await import('./a.ts')", ['./a.ts']],
    ["let a: typeof import('./a.ts')", ['./a.ts']],
    ["import a, { b } from 'c'\nimport d from 'e'", ['c', 'e']],
    ["// import { a } from './a.ts'", []],
    ["/** @example import { a } from './a.ts' */", []],
  ])('the imports of %j', ([source, given]) => {
    expect(importsOf(source)).toEqual(given)
  })

  test.for<[string, string, string]>([
    ['mocks/world/a.ts', '../vendors/osvi.ts', 'the world layer may lean on nothing'],
    ['mocks/vendors/a.ts', '../storage/s3.ts', 'the vendors layer may lean on'],
    ['mocks/storage/a.ts', '../vendors/osvi.ts', 'the storage layer may lean on world'],
    ['mocks/simulator/a.ts', '../session.ts', 'the simulator layer may lean on'],
    ['mocks/scenarios/a.ts', '../sandboxes.ts', 'the scenarios layer may lean on'],
    ['mocks/session.ts', './hosts/node.ts', 'the session layer may lean on'],
    ['mocks/session.ts', './sandboxes.ts', 'the session layer may lean on'],
    ['mocks/control/a.ts', '../hosts/node.ts', 'the control layer may lean on'],
    ['contracts/verify.ts', '../mocks/hosts/node.ts', 'the contracts layer may lean on'],
    ['contracts/rules/a.ts', '../../mocks/session/a.ts', 'the rules layer may lean on'],
    ['mocks/hosts/a.ts', '../../contracts/verify.ts', 'the hosts layer may lean on'],
    ['mocks/control/a.ts', '../deck/view/a.tsx', 'the control layer may lean on'],
    ['mocks/deck/a.ts', '../control/a.ts', 'the deck layer may lean on'],
    ['mocks/hosts/a.ts', '../../specs/tools/lint.ts', 'the hosts layer may lean on'],
    ['contracts/verify.ts', '../specs/tools/lint.ts', 'the contracts layer may lean on'],
    ['mocks/hosts/a.ts', '../../bin/command.ts', 'the hosts layer may lean on'],
    ['mocks/world/a.ts', 'node:fs', 'the world layer is pure'],
    ['mocks/scenarios/a.ts', 'fast-check', 'the scenarios layer is pure'],
    ['mocks/storage/a.ts', '@noble/ciphers/aes.js', 'the storage layer is pure'],
  ])('that %s may not import %s', ([path, name, told]) => {
    expect(wrongImports(treeOf({ [path]: `import { a } from '${name}'` })).join()).toContain(told)
  })

  test.for<[string, string]>([
    ['mocks/vendors/a.ts', '../world/instant.ts'],
    ['mocks/vendors/a.ts', '../../generated/osvi/types.ts'],
    ['mocks/world/a.ts', '@noble/hashes/sha2.js'],
    ['mocks/world/a.ts', 'valibot'],
    ['mocks/hosts/a.ts', 'node:http'],
    ['mocks/hosts/a.ts', '../control/ready.ts'],
    ['contracts/verify.ts', 'fast-check'],
    ['contracts/entries/vitest.ts', '../../mocks/hosts/node.ts'],
    ['bin/commands/a.ts', '../../specs/tools/lint.ts'],
  ])('that %s may import %s', ([path, name]) => {
    expect(wrongImports(treeOf({ [path]: `import { a } from '${name}'` }))).toEqual([])
  })

  test('chance in what is pure', () => {
    const source = 'export const a = Math.random()'
    expect(impureWords(treeOf({ 'mocks/world/a.ts': source, 'mocks/hosts/a.ts': source }))).toEqual([
      'mocks/world/a.ts holds Math.random',
    ])
  })

  test('a circle, through types and through any number of files', () => {
    const circle = treeOf({
      'a.ts': "import type { B } from './b.ts'",
      'b.ts': "export { c } from './c/d.ts'",
      'c/d.ts': "import { a } from '../a.ts'",
      'e.ts': "import { a } from './a.ts'",
    })
    expect(circlesOf(graphOf(circle))).toEqual(['a.ts → b.ts → c/d.ts → a.ts'])
    expect(circlesOf(graphOf(treeOf({ 'a.ts': "import './b.ts'", 'b.ts': '' })))).toEqual([])
  })

  test('a long file', () => {
    expect(longFiles(treeOf({ 'a.ts': '\n'.repeat(300), 'b.ts': 'x\n'.repeat(300) }))).toEqual([])
    expect(longFiles(treeOf({ 'a.ts': 'x\n'.repeat(301) }))).toEqual(['a.ts has 301 lines'])
  })

  test('a barrel and a catch-all', () => {
    const given = treeOf({
      'mocks/a/index.ts': "export { a } from './a.ts'",
      'mocks/b/index.ts': 'export const all = []',
      'mocks/index.ts': "export { a } from './a.ts'",
      'mocks/types.ts': 'export type A = 1',
      'mocks/utils/a.ts': 'export const a = 1',
    })
    expect(innerBarrels(given, entries)).toEqual(['mocks/a/index.ts', 'mocks/types.ts', 'mocks/utils/a.ts'])
  })

  test('an entry imported back', () => {
    const given = treeOf({
      'mocks/hosts/a.ts': "import { b } from '../index.ts'",
      'mocks/c.ts': "import { v } from './vendors/index.ts'",
    })
    expect(backwardImports(given, entries)).toEqual([
      'mocks/hosts/a.ts imports the public entry mocks/index.ts',
    ])
  })

  test.for<[string, boolean]>([
    [['// TO', 'DO: later'].join(''), true],
    [['see /ho', 'me/ann/notes'].join(''), true],
    [['https://registry', '.npmjs.org/x'].join(''), true],
    ['GET https://example.com/work/1', false],
    ['a todo list', false],
    ['new URL("./home", base)', false],
  ])('whether %j is unfit', ([text, unfit]) => {
    expect(unfitWords(treeOf({ 'a.md': text }))).toHaveLength(unfit ? 1 : 0)
  })

  test('the codes of errors', () => {
    const given = treeOf({
      'a.ts': "throw new PlayheadError({ code: 'bad-a', act })",
      'b.ts': '/** @throws PlayheadError `bad-b`, `bad-c` */\nthrow new PlayheadError({ code, act })',
      'c.ts': 'throw new PlayheadError(\n{ code, act })',
      'd.ts': 'throw new PlayheadError({\n  code,\n  act })',
    })
    expect(errorCodes(given)).toEqual(['bad-a', 'bad-b', 'bad-c'])
    expect(hiddenCodes(given)).toEqual(['d.ts'])
    expect(documentedCodes('# Errors\n## Worlds\n### bad-a\ntext\n### bad-b\n#### more\n')).toEqual([
      'bad-a',
      'bad-b',
    ])
  })
})
