import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { said } from '../../support/command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

const project = (name: string, manifest?: object): string => {
  const cwd = join(folder, name)
  mkdirSync(cwd)
  if (manifest) writeFileSync(join(cwd, 'package.json'), JSON.stringify(manifest, null, 2))
  return cwd
}

describe('playhead init', () => {
  test('writes a config, an adapter and a workflow for the vendors it is told', async () => {
    const cwd = project('new', { type: 'module' })
    const { code, out } = await said(['init', '--vendor', 'voqo,quo'], { cwd })
    expect(code).toBe(0)
    expect(out.match(/^wrote/gm)).toHaveLength(3)
    const config = readFileSync(join(cwd, 'playhead.config.ts'), 'utf8')
    expect(config).toContain("client: './playhead-adapter.ts'")
    expect(config).toContain("vendors: ['quo', 'voqo']")
    const adapter = readFileSync(join(cwd, 'playhead-adapter.ts'), 'utf8')
    expect(adapter).toContain('quo: (ref: string) => `/v1/call-recordings/$')
    const { jobs } = parse(readFileSync(join(cwd, '.github/workflows/playhead.yml'), 'utf8'))
    expect(jobs.verify.steps).toContainEqual({ run: 'npx playhead verify' })
  })

  test('writes files that are modules whatever the project is', async () => {
    const cwd = project('old', { name: 'old' })
    const { out } = await said(['init', '--json'], { cwd })
    expect(JSON.parse(out).written).toEqual([
      'playhead.config.mts',
      'playhead-adapter.mts',
      '.github/workflows/playhead.yml',
    ])
  })

  test('overwrites nothing, under whatever name it is there', async () => {
    const cwd = project('mine')
    writeFileSync(join(cwd, 'playhead.config.mjs'), 'export default {}')
    writeFileSync(join(cwd, 'playhead-adapter.mts'), 'mine')
    const { code, out } = await said(['init'], { cwd })
    expect(code).toBe(0)
    expect(out).toContain('kept   playhead.config.mjs, which was there')
    expect(existsSync(join(cwd, 'playhead.config.mts'))).toBe(false)
    expect(readFileSync(join(cwd, 'playhead-adapter.mts'), 'utf8')).toBe('mine')
  })

  test('refuses a vendor that nobody knows, and writes nothing', async () => {
    const cwd = project('none')
    const { code, err } = await said(['init', '--vendor', 'ovsi'], { cwd })
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean osvi?') })
    expect(existsSync(join(cwd, '.github'))).toBe(false)
  })
})
