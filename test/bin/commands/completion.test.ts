import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { registry } from '../../../bin/registry.ts'
import { said } from '../../support/command-line.ts'

const run = promisify(execFile)

/** What bash offers where a line has come so far. */
const offered = async (...words: readonly string[]): Promise<readonly string[]> => {
  const { out } = await said(['completion', 'bash'])
  const line = words.map((word) => `'${word}'`).join(' ')
  const script = `${out}\nCOMP_WORDS=(playhead ${line})\nCOMP_CWORD=${words.length}\n_playhead\nprintf '%s\\n' "\${COMPREPLY[@]}"`
  return (await run('bash', ['--norc', '-c', script])).stdout.trim().split('\n')
}

describe('playhead completion', () => {
  test('lets bash complete commands and their options', async () => {
    expect(await offered('ver')).toEqual(['verify'])
    expect(await offered('help', 'sc')).toEqual(['scenario'])
    expect(await offered('verify', '--ca')).toEqual(['--cases'])
    expect(await offered('mock', '--st')).toEqual(['--storage-port', '--store'])
    expect(await offered('verify', '--client', 'package.j')).toEqual(['package.json'])
  })

  test.for(['zsh', 'fish'])('knows every command in %s', async (shell) => {
    const { code, out } = await said(['completion', shell])
    expect(code).toBe(0)
    for (const name of Object.keys(registry)) expect(out).toMatch(new RegExp(`\\b${name}\\b`))
    expect(out).toContain('storage-port')
  })

  test('refuses a shell that it does not know', async () => {
    const { code, err } = await said(['completion', 'fihs'])
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('completion fish') })
  })
})
