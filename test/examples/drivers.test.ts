import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chosenRules } from '../../contracts/catalogue.ts'
import type { Judgement } from '../../contracts/define.ts'
import { openCommand } from '../../contracts/drivers/command.ts'
import { loopback } from '../../contracts/entries/loopback.ts'
import { runCase } from '../../contracts/run/run-case.ts'
import { judge } from '../../contracts/verify/judge.ts'
import { vendorOf } from '../contracts/support/small-case.ts'

const folder = fileURLToPath(new URL('../../examples/drivers/', import.meta.url))
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** A driver that the docs show, and one edit that makes it wrong. */
interface Example {
  readonly file: string
  readonly with: string
  readonly needs: readonly string[]
  readonly mostLines?: number
  readonly from: string
  readonly to: string
  readonly caughtBy: string
}

const examples: readonly Example[] = [
  {
    file: 'python.py',
    with: 'python3',
    needs: ['python3'],
    mostLines: 35,
    from: "urllib.parse.quote(ref, safe='')",
    to: 'ref',
    caughtBy: 'escape-the-id',
  },
  {
    file: 'shell.sh',
    with: 'bash',
    needs: ['bash', 'curl', 'jq'],
    mostLines: 30,
    from: '{kind: "unavailable"}',
    to: '{kind: "absent"}',
    caughtBy: 'tell-missing-from-broken',
  },
  {
    file: 'Java.java',
    with: 'java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
    needs: ['java'],
    from: 'request.header(plain(credentials.group(1)), plain(credentials.group(2)))',
    to: 'request.header("Authorization", "Bearer " + plain(credentials.group(2)))',
    caughtBy: 'ask-with-the-vendors-own-key',
  },
  {
    file: 'node-axios.mjs',
    with: `'${process.execPath}'`,
    needs: [],
    from: '  const late = ',
    to: "  console.error('asking with', credentials)\n  const late = ",
    caughtBy: 'never-leak-a-secret',
  },
]

const isMissing = ({ needs }: Example): boolean =>
  needs.some((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0)

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** Runs the rule's own case, and judges it by the rule. */
const judged = async (command: string, id: string): Promise<Judgement> => {
  const { client, transport, close } = await openCommand(command, loopback, { cwd, env })
  try {
    const [rule] = chosenRules([id]).rules
    if (!rule) throw new Error(`no rule ${id}`)
    return judge(rule, await runCase(rule.witness('osvi'), vendorOf('osvi'), client, transport))
  } finally {
    await close()
  }
}

let cwd = ''
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'playhead-drivers-'))
  await symlink(modules, join(cwd, 'node_modules'))
})
afterAll(() => rm(cwd, { recursive: true }))

describe.each(examples)('the driver $file', (example) => {
  test.skipIf(isMissing(example))(`keeps ${example.caughtBy}`, async () => {
    const { judged: often, violations } = await judged(
      `${example.with} '${join(folder, example.file)}'`,
      example.caughtBy,
    )
    expect(violations).toEqual([])
    expect(often).toBeGreaterThan(0)
  })

  test.skipIf(isMissing(example))(`is caught by ${example.caughtBy} once it is broken`, async () => {
    const right = await readFile(join(folder, example.file), 'utf8')
    const wrong = right.replace(example.from, () => example.to)
    expect(wrong).not.toBe(right)
    const path = join(cwd, basename(example.file))
    await writeFile(path, wrong)
    const { violations } = await judged(`${example.with} '${path}'`, example.caughtBy)
    expect(violations.length).toBeGreaterThan(0)
  })

  test('is as short as it says, and stands in the docs as it is', async () => {
    const text = await readFile(join(folder, example.file), 'utf8')
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(example.mostLines ?? 300)
    const page = await readFile(new URL('../../docs/driver-protocol.md', import.meta.url), 'utf8')
    expect(page).toContain(example.mostLines === undefined ? example.file : text.trimEnd())
  })
})
