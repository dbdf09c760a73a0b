import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test.for([
  ['bench/main.ts', 'bench'],
  ['test/prove/main.ts', 'prove'],
  ['test/fuzz/main.ts', 'fuzz'],
  ['test/soak/main.ts', 'soak'],
] as const)('%s tells what it does not know, and how it is written', ([file, command]) => {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url))
  const { status, stderr, stdout } = spawnSync(process.execPath, [path, '--quickly'], { encoding: 'utf8' })
  expect(stderr).toContain("Unknown option '--quickly'")
  expect(stderr).toContain(`Write: npm run ${command} -- [--`)
  expect(stderr).not.toContain('    at ')
  expect(stdout).toBe('')
  expect(status).toBe(2)
})
