import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { expressionsIn, namesIn } from './support/workflow/expressions.ts'
import { openRunner, StepSchema, type WorkflowStep } from './support/workflow/steps.ts'

const read = async (path: string): Promise<unknown> =>
  parse(await readFile(new URL(`../${path}`, import.meta.url), 'utf8'))

const InputSchema = v.strictObject({ description: v.string(), default: v.exactOptional(v.string()) })

const action = v.parse(
  v.strictObject({
    name: v.string(),
    description: v.string(),
    branding: v.strictObject({ icon: v.string(), color: v.string() }),
    inputs: v.record(v.string(), InputSchema),
    outputs: v.record(v.string(), v.strictObject({ description: v.string(), value: v.string() })),
    runs: v.strictObject({ using: v.literal('composite'), steps: v.array(StepSchema) }),
  }),
  await read('action.yml'),
)

const JobSchema = v.strictObject({
  'runs-on': v.string(),
  needs: v.exactOptional(v.string()),
  strategy: v.exactOptional(
    v.strictObject({ 'fail-fast': v.boolean(), matrix: v.strictObject({ shard: v.array(v.number()) }) }),
  ),
  steps: v.array(StepSchema),
})

const workflow = v.parse(
  v.strictObject({
    name: v.string(),
    on: v.strictObject({
      workflow_call: v.strictObject({
        inputs: v.record(
          v.string(),
          v.strictObject({
            description: v.string(),
            type: v.literal('string'),
            required: v.exactOptional(v.boolean()),
            default: v.exactOptional(v.string()),
          }),
        ),
      }),
    }),
    permissions: v.record(v.string(), v.picklist(['read', 'write'])),
    jobs: v.record(v.string(), JobSchema),
  }),
  await read('.github/workflows/example-gate.yml'),
)

/** What is wrong with some steps by themselves, in the words of actionlint. */
const lint = (
  steps: readonly WorkflowStep[],
  inputs: readonly string[],
  isComposite: boolean,
): readonly string[] => {
  const ids: string[] = []
  return steps.flatMap((step) => {
    const { id, run, uses, shell } = step
    const named = expressionsIn(JSON.stringify(step)).flatMap(namesIn)
    const wrong = [
      ...((run === undefined) === (uses === undefined) ? ['a step either runs or uses'] : []),
      ...(isComposite && run !== undefined && shell === undefined
        ? ['a composite step names its shell']
        : []),
      ...(expressionsIn(run ?? '').length > 0 ? ['an expression in a script can be shell code'] : []),
      ...(run !== undefined && spawnSync('bash', ['-n', '-c', run]).status !== 0 ? ['no bash'] : []),
      ...named.filter((name) => !isKnown(name, inputs, ids)),
    ]
    if (id !== undefined) ids.push(id)
    return wrong
  })
}

const isKnown = (name: string, inputs: readonly string[], ids: readonly string[]): boolean => {
  const [context = '', first = ''] = name.split('.')
  if (context === 'inputs') return inputs.includes(first)
  if (context === 'steps') return ids.includes(first)
  return ['runner', 'github', 'matrix', 'strategy'].includes(context)
}

describe('the action and the example', () => {
  test('have steps that are well-formed, and speak of nothing that is not there', () => {
    expect(lint(action.runs.steps, Object.keys(action.inputs), true)).toEqual([])
    const inputs = Object.keys(workflow.on.workflow_call.inputs)
    for (const [name, { steps }] of Object.entries(workflow.jobs))
      expect(lint(steps, inputs, false), name).toEqual([])
    for (const { needs } of Object.values(workflow.jobs))
      expect(Object.keys(workflow.jobs)).toContain(needs ?? 'verify')
  })

  test('are looked at by a linter that can see', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
    const run = 'echo ${{ inputs.clinet }}'
    expect(lint([{ run }, { run: 'if' }, {}], ['client'], true)).toEqual([
      'a composite step names its shell',
      'an expression in a script can be shell code',
      'inputs.clinet',
      'a composite step names its shell',
      'no bash',
      'a step either runs or uses',
    ])
  })

  test('hand every input on to an option of the same name', async () => {
    const { command } = await import('../bin/commands/verify.ts')
    const own = ['working-directory', 'version', 'upload', 'alerts']
    for (const input of Object.keys(action.inputs))
      expect([...Object.keys(command.options), ...own]).toContain(input)
    const handed = Object.keys(action.runs.steps[0]?.env ?? {}).filter((name) => name.startsWith('PLAYHEAD_'))
    expect(handed.map((name) => name.slice(9).toLowerCase().replaceAll('_', '-')).toSorted()).toEqual(
      Object.keys(action.inputs)
        .filter((name) => !own.includes(name))
        .toSorted(),
    )
  })
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playhead-workflow-'))
})
afterAll(() => rm(folder, { recursive: true }))

const inputsOf = (
  declared: Readonly<Record<string, { readonly default?: string | undefined }>>,
  given: Readonly<Record<string, string>>,
) =>
  Object.fromEntries(
    Object.entries(declared).map(([name, input]) => [`inputs.${name}`, given[name] ?? input.default ?? '']),
  )

describe('the steps of the action, run here', () => {
  const [verify, keep, alerts, verdict] = action.runs.steps
  const rule = 'never-hand-out-a-dead-url'

  test.each([
    ['builtin:reference', '', 0, 'playhead-report'],
    ['builtin:broken/hoarder', '1/2', 1, 'playhead-report-1-of-2'],
    ['builtin:nobody', '', 2, 'playhead-report'],
  ])('%s in the shard %j ends with %i', async (client, shard, code, artifact) => {
    const temp = await mkdtemp(join(folder, 'temp-'))
    const contexts = {
      ...inputsOf(action.inputs, {
        client,
        shard,
        vendor: 'osvi',
        cases: '0',
        rules: rule,
        version: '0.1.0',
      }),
      'runner.temp': temp,
    }
    const runner = await openRunner(folder)
    const told = await runner.run(verify ?? {}, contexts)
    expect(told.outputs, told.text).toEqual({
      'exit-code': String(code),
      reports: `${temp}/playhead`,
      artifact,
    })
    expect(told.code).toBe(0)
    expect(await readFile(join(folder, 'npx.log'), 'utf8')).toMatch(/playhead@0\.1\.0\n$/)
    if (code < 2) {
      expect((await readdir(join(temp, 'playhead'))).toSorted()).toEqual([
        'junit.xml',
        'report.html',
        'report.json',
        'report.md',
        'report.sarif',
      ])
      expect(told.summary).toContain('## Playhead: ')
    }
    const ended = await runner.run(verdict ?? {}, { 'steps.verify.outputs.exit-code': String(code) })
    expect(ended.code).toBe(code)
  })

  test('and those it leaves to others name what is there', () => {
    expect([keep?.uses, alerts?.uses]).toEqual([
      'actions/upload-artifact@v4',
      'github/codeql-action/upload-sarif@v3',
    ])
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
    expect(keep?.if).toBe("${{ inputs.upload == 'true' }}")
  })
})

describe('the steps of the example, run here', () => {
  const named = (job: string, name: string): WorkflowStep => {
    const step = workflow.jobs[job]?.steps.find((one) => one.name === name)
    if (!step) throw new Error(`there is no step ${name}`)
    return step
  }
  const shards = workflow.jobs.verify?.strategy?.matrix.shard ?? []

  test('verify shards, join them, and notice the next time what is judged no more', async () => {
    const home = await mkdtemp(join(folder, 'example-'))
    const runner = await openRunner(home)
    const run = async (name: string, job: string, shard = 1) =>
      runner.run(named(job, name), {
        ...inputsOf(workflow.on.workflow_call.inputs, {
          client: 'builtin:reference',
          vendor: 'voqo',
          cases: '0',
        }),
        'matrix.shard': String(shard),
        'strategy.job-total': String(shards.length),
      })
    expect((await run('Install', 'verify')).code).toBe(0)
    for (const shard of shards) {
      const told = await run('Verify this shard', 'verify', shard)
      expect(told.code, told.text).toBe(0)
    }
    spawnSync('bash', ['-c', 'mkdir shards && mv shard-*.json shards'], { cwd: home })
    const first = await run('Join the shards', 'verdict')
    expect(first.code, first.text).toBe(0)
    expect(existsSync(join(home, 'playhead-report.html'))).toBe(true)

    expect((await run('Make it the last report', 'verdict')).code).toBe(0)
    const file = join(home, 'playhead-last.json')
    const last = await readFile(file, 'utf8')
    // As if OSVI had been verified as well the last time.
    await writeFile(file, last.replaceAll('"vendor":"voqo","level"', '"vendor":"osvi","level"'))
    const second = await run('Join the shards', 'verdict')
    expect(second.text).toContain('get-never-head at osvi was judged the last time, and is not now')
    expect(second.code).toBe(1)
  })

  test('let a shard that wrote no report end the job', async () => {
    const home = await mkdtemp(join(folder, 'broken-'))
    const runner = await openRunner(home)
    const told = await runner.run(named('verify', 'Verify this shard'), {
      ...inputsOf(workflow.on.workflow_call.inputs, { client: 'builtin:nobody' }),
      'matrix.shard': '1',
      'strategy.job-total': '2',
    })
    expect(told.code).toBe(1)
  })
})
