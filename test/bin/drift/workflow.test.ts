import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { projectFolder } from '../../support/house/tree.ts'

const workflow = parse(readFileSync(join(projectFolder, '.github/workflows/drift.yml'), 'utf8'))
const step = workflow.jobs.check.steps.at(-1)

const folder = mkdtempSync(join(tmpdir(), 'playhead-workflow-'))
afterAll(() => rmSync(folder, { recursive: true }))

const program = (name: string, script: string): void => {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
}

/** Runs the workflow's own script with programs that play npm and gh. */
const ran = (codes: Readonly<Record<string, number>>, open: Readonly<Record<string, number>> = {}) => {
  writeFileSync(join(folder, 'calls'), '')
  const cases = Object.entries(codes).map(([vendor, code]) => `*"check ${vendor} "*) exit ${code};;`)
  program('npm', `case "$*" in ${cases.join(' ')} esac; exit 0`)
  const issues = Object.entries(open).map(
    ([vendor, number]) => `*"Drift: ${vendor} moved"*) echo ${number};;`,
  )
  program(
    'gh',
    `echo "$*" >> calls; case "$*" in "issue list"*) case "$*" in ${issues.join(' ')} *) :;; esac;; esac`,
  )
  const { status } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run], {
    cwd: folder,
    env: { PATH: `${folder}:${process.env.PATH}`, VENDORS: step.env.VENDORS },
    encoding: 'utf8',
  })
  const calls = readFileSync(join(folder, 'calls'), 'utf8').split('\n')
  return { status, calls: calls.filter((call) => /^issue (create|edit)/.test(call)) }
}

describe('the workflow that looks for drift', () => {
  test('asks for no more than it needs, and runs by itself', () => {
    expect(workflow.permissions).toEqual({ contents: 'read', issues: 'write' })
    expect(Object.keys(workflow.on)).toEqual(['schedule', 'workflow_dispatch'])
    expect(step.run).not.toContain('${{')
  })

  test('does nothing where nothing moved', () => {
    expect(ran({})).toEqual({ status: 0, calls: [] })
  })

  test('opens one issue for a vendor that moved, and updates it from then on', () => {
    expect(ran({ quo: 1 })).toEqual({
      status: 0,
      calls: ['issue create --title Drift: quo moved --body-file quo.md'],
    })
    expect(ran({ quo: 1, osvi: 1 }, { quo: 7 })).toEqual({
      status: 0,
      calls: [
        'issue edit 7 --body-file quo.md',
        'issue create --title Drift: osvi moved --body-file osvi.md',
      ],
    })
  })

  test('is red where a page could not be read, and opens no issue for that', () => {
    expect(ran({ quo: 2, feather: 1 })).toEqual({
      status: 1,
      calls: ['issue create --title Drift: feather moved --body-file feather.md'],
    })
  })
})
