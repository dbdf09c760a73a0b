import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { largeDocument } from '../test/support/large-document.ts'
import type { Bench, Contender, Target } from './bench.ts'
import { built } from './built.ts'
import { scratch } from './scratch.ts'

const run = promisify(execFile)
const folder = scratch()

/** No run takes as long by far: one that does is killed, and fails the bench. */
const longestMs = 120_000

/** How long a program takes from its call to its exit, which is to be the one expected. */
const seconds = async (args: readonly string[], exits: number): Promise<number> => {
  const began = performance.now()
  const options = { timeout: longestMs, maxBuffer: 64_000_000 }
  const code = await run(process.execPath, args, options).then(
    () => 0,
    (error: { code?: unknown }) => error.code,
  )
  if (code !== exits) throw new Error(`${args.join(' ')} ended with ${code}, not with ${exits}.`)
  return (performance.now() - began) / 1000
}

const bare = 'node -e 0'

interface Called {
  readonly name: string
  readonly args: readonly string[]
  readonly exits?: number
  readonly target?: Target
}

/** @param base @param head documents of about a megabyte, each operation of which differs */
const calls = (base: string, head: string): readonly Called[] => [
  { name: 'playhead --version', args: ['--version'] },
  {
    name: 'playhead verify',
    args: ['verify', '--client', 'builtin:reference', '--vendor', 'osvi'],
  },
  { name: 'playhead lint', args: ['lint'] },
  { name: 'playhead generate --check', args: ['generate', '--check'] },
  {
    name: 'playhead drift, 1 MB',
    args: ['drift', '--base', base, '--head', head, '--all-operations'],
    exits: 1,
    target: { atMost: 0.5 },
  },
]

/** How long whole commands take, beside node that does nothing. */
export const commands: Bench = {
  name: 'commands',
  contenders: async () => {
    const command = built()
    const [base = '', head = ''] = [1, 2].map((version) => {
      const file = join(folder.open(), `version-${version}.json`)
      writeFileSync(file, largeDocument(version))
      return file
    })
    return [
      { name: bare, unit: 's', round: () => seconds(['-e', '0'], 0) },
      ...calls(base, head).map(
        ({ name, args, exits = 0, target }): Contender => ({
          name,
          unit: 's',
          against: bare,
          round: () => seconds('missing' in command ? [] : [command.file, ...args], exits),
          ...(target ? { target } : {}),
          ...('missing' in command ? command : {}),
        }),
      ),
    ]
  },
  end: async () => folder.end(),
}
