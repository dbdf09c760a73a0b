import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { acme } from '../../examples/outside-vendor/acme.ts'
import { createWorld } from '../../mocks/hosts/create-world.ts'
import { said } from '../support/command-line.ts'

const config = fileURLToPath(new URL('../../examples/outside-vendor/playhead.config.ts', import.meta.url))
const cwd = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(cwd, { recursive: true }))

const outside = (...argv: readonly string[]) => said([...argv, '--config', config], { cwd })

describe('the example of a vendor and a rule from outside the tree', () => {
  test('is verified by the catalogue and by its own rule, where nobody says what by', async () => {
    const { code, out } = await outside('verify', '--cases', '5')
    expect(code).toBe(0)
    expect(out).toMatch(/^rule +osvi +acme$/m)
    expect(out).toMatch(/^ask-with-the-vendors-own-key +\d+ +\d+$/m)
    expect(out).toMatch(/^answer-within-ten-seconds +\d+ +\d+$/m)
  })

  test('catches a client that breaks its rule: the reference client takes its time', async () => {
    const argv = [
      '--vendor',
      'acme',
      '--client',
      'builtin:reference',
      '--cases',
      '0',
      '--rules',
      'answer-within-ten-seconds',
    ]
    const { code, out } = await outside('verify', ...argv)
    expect(code).toBe(1)
    expect(out).toMatch(/^FAIL {2}answer-within-ten-seconds {2}MUST .* vendor: acme$/m)
    expect(out).toContain('0 passed, 1 failed')
  })

  test('is known to the other commands', async () => {
    expect((await outside('rules', 'answer-within-ten-seconds')).out).toContain('Our player shows a spinner')
    expect((await outside('rules', 'escape-the-id')).out).toContain('acme')
  })

  test('is a world like any other', async () => {
    const { fetch, vendors } = await createWorld({ vendors: [acme], at: '2026-01-31T09:00:00Z' })
    const { baseUrl = '', headers = {}, refs = {} } = vendors.acme ?? {}
    const response = await fetch(`${baseUrl}/calls/${refs.playable}/audio`, { headers })
    expect(await response.json()).toEqual({ audio: expect.stringContaining('X-Amz-Signature'), ttl: 300 })
  })
})
