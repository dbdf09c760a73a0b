import { describe, expect, test } from 'vitest'
import { registry } from '../../bin/registry.ts'
import manifest from '../../package.json' with { type: 'json' }
import { said, spawned } from '../support/command-line.ts'

describe('playhead, spawned,', () => {
  test('prints its version', async () => {
    expect(await spawned(['--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' })
  })

  test('puts complaints on stderr and ends with 2', async () => {
    const { code, out, err } = await spawned(['mokc'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('Did you mean `playhead mock`?')
  })
})

describe('help', () => {
  test.for([[[]], [['help']], [['--help']], [['-h']]])('of the whole comes from %j', async ([argv]) => {
    const { code, out, err } = await said(argv ?? [])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Try\n  playhead mock\n')
    for (const name of Object.keys(registry)) expect(out).toMatch(new RegExp(`^ {2}${name} +\\w`, 'm'))
  })

  test.for(Object.keys(registry))('of %s begins with examples, however it is asked for', async (name) => {
    const { out } = await said(['help', name])
    expect(out.split('\n').slice(2, 4)).toEqual(['Examples', expect.stringContaining(`playhead ${name}`)])
    expect((await said([name, '--help'])).out).toBe(out)
    expect((await said([name, '-h'])).out).toBe(out)
  })

  test.for(Object.keys(registry))('of %s tells every option', async (name) => {
    const { out } = await said(['help', name])
    const { command } = (await registry[name]?.()) ?? {}
    expect(command?.name).toBe(name)
    for (const [option, { help }] of Object.entries(command?.options ?? {})) {
      expect(out).toContain(`--${option}`)
      expect(out).toContain(help)
    }
  })

  test('may be asked for after other options', async () => {
    expect((await said(['mock', '--freeze', '--help'])).out).toBe((await said(['help', 'mock'])).out)
  })
})

describe('misuse ends with 2 and names its cure:', () => {
  test.for<[argv: string[], code: string, told: string]>([
    [['mokc'], 'unknown-command', 'Did you mean `playhead mock`?'],
    [['constructor'], 'unknown-command', '`playhead help` lists all of them'],
    [['help', 'clok'], 'unknown-command', 'Did you mean `playhead clock`?'],
    [['mock', '--prot', '1'], 'unknown-option', 'Did you mean --port?'],
    [['mock', '--constructor'], 'unknown-option', '`playhead help mock` lists all of them'],
    [['mock', '-x'], 'unknown-option', '`playhead help mock` lists all of them'],
    [['mock', '--port'], 'missing-value', 'Write --port N.'],
    [['mock', '--at', '--freeze'], 'missing-value', 'Write --at INSTANT.'],
    [['mock', '--freeze=yes'], 'unexpected-value', 'Write it by itself.'],
    [['mock', 'osvi'], 'unexpected-argument', 'takes options alone'],
    [['mock', '--port', '-1'], 'bad-number', 'from 0 to 65535'],
    [['mock', '--port', '4010.5'], 'bad-number', 'from 0 to 65535'],
    [['mock', '--port', '65536'], 'bad-number', 'from 0 to 65535'],
    [['mock', '--seed', '1e99'], 'bad-number', 'from 0 to 4294967295'],
    [['mock', '--at', 'tomorow'], 'bad-instant', 'Write ISO 8601'],
    [['mock', '--at', '2026-02-30'], 'bad-instant', 'Write ISO 8601'],
    [['mock', '--scenario', 'expird'], 'unknown-scenario', 'Did you mean expired?'],
    [['mock', '--world', 'nowhere.json'], 'unreadable-file', 'there is no such file'],
    [['mock', '--world', 'test'], 'unreadable-file', 'it is a folder'],
    [['mock', '--world', 'package.json'], 'bad-world', 'Cannot use this world'],
    [['mock', '--world', 'LICENSE'], 'malformed-json', 'Cannot read the file "LICENSE" as JSON'],
    [['mock', '--world', 'a.json', '--scenario', 'valid'], 'conflicting-options', 'Keep one of them.'],
    [['clock', '--url', 'localhost:4010'], 'bad-url', 'http://127.0.0.1:4010'],
    [['clock', 'advance', '1h', '30m'], 'unexpected-argument', 'in one word, such as 1h30m'],
    [['scenario', 'usee', 'valid'], 'unknown-verb', 'Did you mean `playhead scenario use`?'],
    [['scenario', 'list', 'valid'], 'unexpected-argument', 'Leave it out'],
    [['scenario', 'use'], 'missing-value', 'playhead scenario use default'],
    [['scenario', 'show', 'vald'], 'unknown-scenario', 'Did you mean valid?'],
    [['lint', 'ovsi'], 'no-such-specification', 'Use one of'],
  ])('playhead %j', async ([argv, code, told]) => {
    const plain = await said(argv)
    expect({ code: plain.code, out: plain.out }).toEqual({ code: 2, out: '' })
    expect(plain.err).toContain(told)
    expect(plain.err).toContain(`See docs/errors.md#${code}`)
    const json = argv.includes('help') ? plain : await said([...argv, '--json'])
    if (json !== plain)
      expect(JSON.parse(json.err)).toMatchObject({ error: { code, docs: `docs/errors.md#${code}` } })
    expect({ code: json.code, out: json.out }).toEqual({ code: 2, out: '' })
  })
})

describe('the environment', () => {
  test('stands for an option, and the option outdoes it', async () => {
    const env = { PLAYHEAD_PORT: 'abc' }
    expect((await said(['mock'], { env })).err).toContain('Cannot use --port "abc"')
    expect((await said(['mock', '--port', 'xyz'], { env })).err).toContain('Cannot use --port "xyz"')
  })

  test('is nothing where it is empty', async () => {
    const env = { PLAYHEAD_URL: '' }
    expect((await said(['clock', '--url', 'a'], { env })).err).toContain('Cannot use --url "a"')
    expect((await said(['scenario'], { env })).code).toBe(0)
  })

  test('may name a scenario where a world is given on the line', async () => {
    const env = { PLAYHEAD_SCENARIO: 'valid' }
    expect((await said(['mock', '--world', 'nowhere.json'], { env })).err).toContain('no such file')
  })
})
