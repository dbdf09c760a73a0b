import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import type { Command } from '../../bin/command.ts'
import { command as baseline } from '../../bin/commands/baseline.ts'
import { command as clock } from '../../bin/commands/clock.ts'
import { command as mock } from '../../bin/commands/mock.ts'
import { command as verify } from '../../bin/commands/verify.ts'
import { readConfig } from '../../bin/config-file.ts'
import { withConfig } from '../../bin/configured.ts'
import type { PlayheadConfig } from '../../contracts/config.ts'
import { said } from '../support/command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))
const reference = fileURLToPath(new URL('../../examples/first-client.ts', import.meta.url))

let count = 0
/** A folder of its own with a config of this text: a module is loaded once, whatever is written to it later. */
const folderWith = (text: string, name = 'playhead.config.mjs'): string => {
  const made = join(folder, String(count++))
  mkdirSync(made)
  writeFileSync(join(made, name), text)
  return made
}

const wanted = (command: Command, config: PlayheadConfig, values = {}, cwd = '/project') =>
  withConfig(command, values, { config, file: 'playhead.config.ts', folder: '/project' }, cwd)

describe('a config', () => {
  test.for(['playhead.config.ts', 'playhead.config.mts', 'playhead.config.js', 'playhead.config.mjs'])(
    'is found as %s',
    async (name) => {
      const cwd = folderWith('export default { seed: 7 }', name)
      if (name.endsWith('js')) writeFileSync(join(cwd, 'package.json'), '{ "type": "module" }')
      expect(await readConfig(undefined, cwd)).toMatchObject({ config: { seed: 7 }, file: name, folder: cwd })
    },
  )

  test('need not be there', async () => {
    mkdirSync(join(folder, 'empty'))
    expect(await readConfig(undefined, join(folder, 'empty'))).toBeUndefined()
  })

  test.for([
    ['export default { cleint: "./a.ts" }', 'nothing is called "cleint" there.\nDid you mean client?'],
    ['export default { cases: -1 }', 'cases Invalid value'],
    ['export default { vendors: [{}] }', 'is neither an id nor what defineVendor gives'],
    ['export default { mock: { prot: 1 } }', 'mock.prot'],
    ['export const config = {}', 'it has no default export'],
    ['export default {', 'it cannot be loaded'],
    ["throw new Error('not today')", 'it cannot be loaded: not today'],
  ])('that is %s is refused', async ([text = '', told = '']) => {
    const { code, err } = await said(['rules'], { cwd: folderWith(text) })
    expect(code).toBe(2)
    expect(err).toContain('Cannot use the config "playhead.config.mjs"')
    expect(err).toContain(told)
  })

  test('that is named and not there is refused', async () => {
    const { code, err } = await said(['rules', '--config', 'other.ts'], { cwd: folder })
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('there is no such file') })
  })

  test('is not looked at where only help is asked for', async () => {
    const cwd = folderWith('export default {')
    expect((await said(['verify', '--help'], { cwd })).code).toBe(0)
  })
})

describe('a config says', () => {
  test('what verify does, below what the line and the environment say', async () => {
    const text = `export default { client: ${JSON.stringify(reference)}, vendors: ['osvi'], rules: ['escape-the-id'], cases: 3, seed: 3 }`
    const cwd = folderWith(text)
    const ran = async (argv: readonly string[], env = {}) => {
      const { out } = await said(['verify', '--json', ...argv], { cwd, env })
      const { cases, seed, vendors, results } = JSON.parse(out)
      return { cases, seed, vendors, rules: results.map(({ rule }: { rule: string }) => rule) }
    }
    const plain = { cases: 3, seed: 3, vendors: ['osvi'], rules: ['escape-the-id'] }
    expect(await ran([])).toEqual(plain)
    const env = { PLAYHEAD_CASES: '2', PLAYHEAD_SEED: '2' }
    expect(await ran([], env)).toEqual({ ...plain, cases: 2, seed: 2 })
    expect(await ran(['--cases', '1'], env)).toEqual({ ...plain, cases: 1, seed: 2 })
  })

  test('files from its own folder, and packages as they are', () => {
    const config = { client: './test/adapter.ts', baseline: 'known.json' }
    expect(wanted(verify, config)).toEqual({ client: './test/adapter.ts', baseline: './known.json' })
    expect(wanted(verify, config, {}, '/project/packages')).toEqual({
      client: '../test/adapter.ts',
      baseline: '../known.json',
    })
    expect(wanted(verify, { client: 'builtin:reference' })).toEqual({ client: 'builtin:reference' })
    expect(wanted(baseline, config)).toEqual({ file: './known.json' })
  })

  test('which rules hold: one of its own comes beside all others, unless some are chosen', () => {
    const own = { id: 'own' } as Exclude<NonNullable<PlayheadConfig['rules']>[number], string>
    expect(wanted(verify, { rules: [own] })).toEqual({})
    expect(wanted(verify, { rules: ['1.0', own] })).toEqual({ rules: '1.0' })
    expect(wanted(verify, { rules: ['escape-the-id', own] })).toEqual({ rules: 'escape-the-id,own' })
  })

  test('how a mock begins, apart from what cases are generated from', () => {
    const config = { seed: 3, url: 'http://127.0.0.1:9', mock: { port: 0, scenario: 'flaky', seed: 5 } }
    expect(wanted(mock, config)).toEqual({ port: '0', scenario: 'flaky', seed: '5' })
    expect(wanted(mock, config, { world: 'w.json' })).toEqual({ port: '0', seed: '5', world: 'w.json' })
    expect(wanted(clock, config)).toEqual({ url: 'http://127.0.0.1:9' })
  })
})
