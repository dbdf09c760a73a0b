import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const command = fileURLToPath(new URL('../../../specs/tools/generate-command.ts', import.meta.url))
const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' })

test('--check passes on what is committed, and says how much that is', () => {
  expect(run('--check')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^(\d+) of \1 generated files/),
  })
})

test('an unknown option is refused', () => {
  const { status, stderr } = run('--chekc')
  expect(stderr).toContain('--chekc')
  expect(status).not.toBe(0)
})
