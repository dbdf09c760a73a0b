import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { type Contexts, filledIn } from './expressions.ts'

const textual = v.union([v.string(), v.number(), v.boolean()])

/** A step as an action or a workflow may have one. */
export const StepSchema = v.strictObject({
  id: v.exactOptional(v.string()),
  name: v.exactOptional(v.string()),
  if: v.exactOptional(v.string()),
  uses: v.exactOptional(v.pipe(v.string(), v.regex(/^(\.\/.*|[\w-]+\/[\w/-]+@v\d+)$/))),
  with: v.exactOptional(v.record(v.string(), textual)),
  run: v.exactOptional(v.string()),
  shell: v.exactOptional(v.literal('bash')),
  env: v.exactOptional(v.record(v.string(), textual)),
  'working-directory': v.exactOptional(v.string()),
})
export type WorkflowStep = v.InferOutput<typeof StepSchema>

const script = fileURLToPath(new URL('../../../bin/playhead.ts', import.meta.url))

/** A runner of its own kind: where `npx playhead` is this Playhead, `npm ci` has nothing to do, and nothing is fetched. */
export const openRunner = async (folder: string) => {
  const path = join(folder, 'runner-bin')
  await mkdir(path, { recursive: true })
  const stub = async (name: string, text: string): Promise<void> => {
    await writeFile(join(path, name), `#!/usr/bin/env bash\n${text}\n`)
    await chmod(join(path, name), 0o755)
  }
  await stub(
    'npx',
    `[ "$1" = --yes ] && shift\necho "$1" >> "${folder}/npx.log"\nshift\nexec "${process.execPath}" "${script}" "$@"`,
  )
  await stub('npm', 'exit 0')
  const output = join(folder, 'output')
  const summary = join(folder, 'summary')

  /** Runs a `run` step as a runner would. @returns its exit code, what it printed, and the outputs it set */
  const run = async (step: WorkflowStep, contexts: Contexts) => {
    await writeFile(output, '')
    await writeFile(summary, '')
    const given = Object.entries(step.env ?? {}).map(([key, value]) => [
      key,
      filledIn(String(value), contexts),
    ])
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run ?? ''], {
      cwd: join(folder, filledIn(step['working-directory'] ?? '.', contexts)),
      env: {
        PATH: `${path}:${process.env.PATH}`,
        HOME: folder,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        NODE_COMPILE_CACHE: join(path, 'compiled'),
        ...Object.fromEntries(given),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let text = ''
    for (const pipe of [child.stdout, child.stderr])
      pipe.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
      })
    const [code] = await once(child, 'close')
    const lines = (await readFile(output, 'utf8')).trim().split('\n')
    const outputs = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    )
    return { code: Number(code), text, outputs, summary: await readFile(summary, 'utf8') }
  }
  return { run }
}
