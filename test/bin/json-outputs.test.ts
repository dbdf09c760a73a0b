import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registry } from '../../bin/registry.ts'
import { emptyBaseline } from '../../contracts/baseline.ts'
import { outputs } from '../../contracts/outputs/index.ts'
import { neverHandOutADeadUrl } from '../../contracts/rules/never-hand-out-a-dead-url.ts'
import { type PlayheadServer, startServer } from '../../mocks/hosts/node.ts'
import { said, startedMock } from '../support/command-line.ts'

const published = new URL('../../generated/playhead/', import.meta.url)
const misbehaving = fileURLToPath(new URL('../contracts/drivers/misbehaving.mjs', import.meta.url))

let cwd = ''
let server: PlayheadServer
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'playhead-json-'))
  await mkdir(join(cwd, 'new'))
  server = await startServer({ port: 0, start: { freeze: true } })
  const finding = { rule: neverHandOutADeadUrl.id, vendor: 'osvi', what: 'it handed out a dead URL' }
  await write('case.json', { ...neverHandOutADeadUrl.witness('osvi'), finding })
  await write('over.json', { ...emptyBaseline, known: [{ ...known, rule: 'no-such-rule' }] })
  await write('empty.json', {})
})
afterAll(async () => {
  await server.close()
  await rm(cwd, { recursive: true })
})

const known = { vendor: 'osvi', reason: 'client', issue: 'https://example.com/7', until: '2001-01-31' }
const write = (name: string, json: unknown): Promise<void> => writeFile(join(cwd, name), JSON.stringify(json))

const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)

/** What is wrong with a text by a published schema; nothing where it is as published. */
const faults = async (name: string, text: string): Promise<unknown> => {
  const file = new URL(`${name}.schema.json`, published)
  const validate = ajv.compile(JSON.parse(await readFile(file, 'utf8')))
  return validate(JSON.parse(text)) ? [] : validate.errors
}

const hoarding = ['--client', 'builtin:broken/hoarder']
const few = ['--vendor', 'osvi', '--rules', 'never-hand-out-a-dead-url,get-never-head', '--cases', '0']
const driver = (way: string): readonly string[] => [process.execPath, misbehaving, way]

describe('what a command prints as JSON is as its published schema says', () => {
  test.for<[schema: string, argv: readonly string[], code?: number]>([
    ['baseline-check', ['baseline', 'check', '--file', 'over.json', '--json'], 1],
    ['clock', ['clock', '--json']],
    ['clock', ['clock', 'set', '2036-01-01', '--json']],
    ['driver-check', ['driver', 'check', '--json', '--', ...driver('well')]],
    ['driver-check', ['driver', 'check', '--json', '--', ...driver('faults')], 1],
    ['generate', ['generate', '--check', '--json']],
    ['init', ['init', '--json']],
    ['lint', ['lint', 'osvi', '--json']],
    ['replay', ['replay', 'case.json', ...hoarding, '--json'], 1],
    ['replay', ['replay', 'case.json', '--client', 'builtin:reference', '--json']],
    ['replay', ['replay', 'empty.json', ...hoarding, '--json'], 2],
    ['report', ['verify', ...hoarding, ...few, '--json'], 1],
    ['report', ['verify', '--command', driver('well').join(' '), ...few, '--json']],
    ['rules', ['rules', '--json']],
    ['scenario', ['scenario', '--json']],
    ['scenario', ['scenario', 'use', 'expired', '--json']],
    ['world', ['scenario', 'show', 'valid']],
    ['world', ['scenario', 'show', 'rate-limited']],
  ])('%s: playhead %j', async ([schema, argv, wanted = 0]) => {
    const env = { PLAYHEAD_URL: server.url }
    // What init writes is for a project that has installed us, and would be read by the others.
    const folder = argv[0] === 'init' ? join(cwd, 'new') : cwd
    const { code, out, err } = await said(argv, { cwd: folder, env })
    expect(code, err).toBe(wanted)
    expect(await faults(schema, out)).toEqual([])
  })

  test('mock: its first line', async () => {
    await using mock = await startedMock(['--json'])
    expect(await faults('mock', mock.line)).toEqual([])
  })

  test('baseline: the file that is written', async () => {
    const until = ['--issue', 'https://example.com/7', '--until', '2999-01-31']
    await said(['baseline', 'add', 'case.json', ...until, '--file', 'known.json'], { cwd })
    expect(await faults('baseline', await readFile(join(cwd, 'known.json'), 'utf8'))).toEqual([])
  })

  test.for([
    ['verify', '--json'],
    ['clock', 'advnce', '--json'],
    ['nothing', '--json'],
    ['rules', 'nothing', '--json'],
  ])('error: playhead %j', async (argv) => {
    const { code, err } = await said(argv, { env: { PLAYHEAD_URL: server.url } })
    expect(code).toBe(2)
    expect(await faults('error', err)).toEqual([])
  })

  test('the schemas would refuse another thing', async () => {
    for (const name of Object.keys(outputs)) expect(await faults(name, '{"a":1}'), name).not.toEqual([])
  })
})

test('every command with --json has its schema', async () => {
  const told = Object.values(outputs).map(({ of }) => of)
  // These print reports, whose schemas have tests of their own.
  const reporting = ['verify', 'observe', 'report', 'drift']
  for (const [name, load] of Object.entries(registry)) {
    const { command } = await load()
    if (!Object.hasOwn(command.options, 'json') || reporting.includes(name)) continue
    expect(
      told.some((of) => of.startsWith(`playhead ${name} `) && of.endsWith('--json')),
      name,
    ).toBe(true)
  }
})
