import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeCase } from '../../bin/write-case.ts'
import { parseCase } from '../../contracts/case.ts'
import { look, smallCase } from '../contracts/support/small-case.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'playhead-case-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const found = (rule: string) => ({
  ...smallCase([look()]),
  finding: { rule, vendor: 'osvi', what: 'it is wrong' },
})

test('a case lies under .playhead, named after its rule and what is in it', async () => {
  const path = await writeCase(found('never-leak-a-secret'), folder)
  expect(path).toMatch(/^\.playhead\/never-leak-a-secret-[0-9a-f]{6}\.json$/)
  expect(parseCase(JSON.parse(readFileSync(join(folder, path), 'utf8')))).toEqual(
    found('never-leak-a-secret'),
  )
  expect(await writeCase(found('never-leak-a-secret'), folder)).toBe(path)
})

test.each(['../../elsewhere', '/etc/elsewhere', '..', 'a\u0000b', 'x'.repeat(5000), 'C:\\elsewhere', ''])(
  'a rule that is called %j leads nowhere else',
  async (rule) => {
    const path = await writeCase(found(rule), folder)
    expect(dirname(path)).toBe('.playhead')
    expect(readdirSync(folder)).toEqual(['.playhead'])
    expect(readdirSync(join(folder, '.playhead'))).toHaveLength(1)
  },
)
