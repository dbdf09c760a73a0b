import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { chosenRules } from '../../contracts/catalogue.ts'
import type { Judgement } from '../../contracts/define.ts'
import { openCommand } from '../../contracts/drivers/command.ts'
import { loopback } from '../../contracts/entries/loopback.ts'
import { runCase } from '../../contracts/run/run-case.ts'
import { judge } from '../../contracts/verify/judge.ts'
import { vendorOf } from '../contracts/support/small-case.ts'

const cwd = fileURLToPath(new URL('../../examples/drivers/', import.meta.url))
const page = readFileSync(new URL('../../docs/driver-protocol.md', import.meta.url), 'utf8')

/** A driver that the docs show, and its twin in the folder `broken`, which is wrong in one way. */
interface Example {
  readonly file: string
  readonly run: string
  readonly broken: string
  readonly needs: readonly string[]
  readonly mostLines?: number
  readonly caughtBy: string
}

const node = `'${process.execPath}'`

const examples: readonly Example[] = [
  {
    file: 'python.py',
    run: 'python3 python.py',
    broken: 'python3 broken/python.py',
    needs: ['python3'],
    mostLines: 35,
    caughtBy: 'escape-the-id',
  },
  {
    file: 'shell.sh',
    run: 'bash shell.sh',
    broken: 'bash broken/shell.sh',
    needs: ['bash', 'curl', 'jq'],
    mostLines: 30,
    caughtBy: 'tell-missing-from-broken',
  },
  {
    file: 'Java.java',
    run: 'java Java.java',
    broken: 'bash broken/java.sh',
    needs: ['java', 'bash'],
    caughtBy: 'ask-with-the-vendors-own-key',
  },
  {
    file: 'node-axios.mjs',
    run: `${node} node-axios.mjs`,
    broken: `${node} broken/node-axios.mjs`,
    needs: [],
    caughtBy: 'never-leak-a-secret',
  },
]

const isMissing = ({ needs }: Example): boolean =>
  needs.some((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0)

const env = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  JAVA_TOOL_OPTIONS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
}

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

describe.each(examples)('the driver $file', (example) => {
  const { file, run, broken, caughtBy, mostLines } = example

  test.skipIf(isMissing(example))(`keeps ${caughtBy}`, async () => {
    const { judged: often, violations } = await judged(run, caughtBy)
    expect(violations).toEqual([])
    expect(often).toBeGreaterThan(0)
  })

  test.skipIf(isMissing(example))(`has a broken twin, caught by ${caughtBy}`, async () => {
    const { violations } = await judged(broken, caughtBy)
    expect(violations.length).toBeGreaterThan(0)
  })

  test('has a twin that names the rule, and is named beside it in the docs', async () => {
    const [path = ''] = /broken\/\S+/.exec(broken) ?? []
    expect(await readFile(join(cwd, path), 'utf8')).toContain(`Caught by ${caughtBy}.`)
    const line = page.split('\n').find((one) => one.includes(`../examples/drivers/${path})`))
    expect(line).toContain(caughtBy)
  })

  test('is as short as it says, and stands in the docs as it is', async () => {
    const text = await readFile(join(cwd, file), 'utf8')
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(mostLines ?? 300)
    expect(page).toContain(mostLines === undefined ? file : text.trimEnd())
  })
})
