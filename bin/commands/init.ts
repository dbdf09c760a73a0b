import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { PlayheadError } from '../../mocks/world/error.ts'
import { writeWhole } from '../../specs/tools/write-whole.ts'
import type { Command } from '../command.ts'
import { configNames } from '../config-file.ts'
import { filesFor, type Project } from '../init/files.ts'
import { isOn, textOf } from '../text-of.ts'
import { vendorsNamed } from '../vendors-named.ts'

/** Whether a project's own files are modules; what cannot be read is none that says so. */
const isModule = (cwd: string): boolean => {
  try {
    return /"type"\s*:\s*"module"/.test(readFileSync(resolve(cwd, 'package.json'), 'utf8'))
  } catch {
    return false
  }
}

const projectAt = (cwd: string, list: string): Project => {
  const [first, ...others] = vendorsNamed(list)
  if (first) return { extension: isModule(cwd) ? 'ts' : 'mts', vendors: [first, ...others] }
  throw new PlayheadError({
    code: 'missing-option',
    act: 'Cannot write a config without a vendor',
    cure: 'Give one or more, such as --vendor osvi.',
  })
}

/** A file that does the same under another name stands in its place. */
const takenBy = (path: string, cwd: string): string | undefined => {
  const others = configNames.includes(path) ? configNames : [path]
  return others.find((name) => existsSync(resolve(cwd, name)))
}

/** `playhead init`: the files that a project begins with. It asks nothing and overwrites nothing. */
export const command: Command = {
  name: 'init',
  summary: 'Write a config, an adapter and a CI workflow; what is there already is kept.',
  examples: ['playhead init', 'playhead init --vendor quo,osvi'],
  options: {
    vendor: { type: 'string', value: 'NAMES', help: 'The vendors your client speaks to; osvi if not given.' },
    json: { type: 'boolean', help: 'Print what was written and what was kept as JSON.' },
  },
  async run({ values, out, err, cwd }) {
    const files = filesFor(projectAt(cwd, textOf(values, 'vendor') ?? 'osvi'))
    const written: string[] = []
    const kept: string[] = []
    const lines: string[] = []
    for (const { path, text, purpose } of files) {
      const taken = takenBy(path, cwd)
      if (taken === undefined) await writeWhole(resolve(cwd, path), text)
      ;(taken === undefined ? written : kept).push(taken ?? path)
      lines.push(taken === undefined ? `wrote  ${path}: ${purpose}` : `kept   ${taken}, which was there`)
    }
    if (isOn(values, 'json')) out(JSON.stringify({ written, kept }))
    else out(lines.join('\n'))
    err('Put your client into the adapter, then run playhead verify; keep .playhead/ out of version control.')
    return 0
  },
}
