import { readFile, stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import type { DocumentSources } from '../../mocks/hosts/prism.ts'
import { needing } from '../../mocks/needing.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { nearest } from '../../mocks/world/nearest.ts'
import type { CommandContext } from '../command.ts'
import { mostDocumentBytes } from '../most-document-bytes.ts'
import { readJson } from '../read-json.ts'

const readYaml = async (file: string, cwd: string): Promise<unknown> => {
  const text = await readFile(resolve(cwd, file), 'utf8')
  if (/^\s*\{/.test(text)) return readJson(file, cwd)
  const { parseYaml } = await needing('playhead mock --spec', () => import('./load-yaml.ts'))
  try {
    return parseYaml(text)
  } catch (cause) {
    throw new PlayheadError({
      code: 'unreadable-specification',
      act: `Cannot read ${file}: ${cause instanceof Error ? cause.message.split('\n')[0] : shown(cause)}`,
      cure: 'Make it valid YAML 1.2, or bring it as JSON.',
      cause,
    })
  }
}

/** Reads a document that somebody brings. Its size is looked at first. */
const brought = async (id: string, file: string, cwd: string): Promise<unknown> => {
  const { size } = await stat(resolve(cwd, file)).catch(() => ({ size: 0 }))
  if (size > mostDocumentBytes)
    throw new PlayheadError({
      code: 'document-too-large',
      act: `Cannot read the document of ${id}: ${file} has ${size} bytes`,
      cure: `Bring at most ${mostDocumentBytes} bytes: a part of it that has the operations you need.`,
    })
  return extname(file) === '.json' ? readJson(file, cwd) : readYaml(file, cwd)
}

const badSpec = (text: string, cure: string): PlayheadError =>
  new PlayheadError({ code: 'bad-spec', act: `Cannot use --spec ${shown(text)}`, cure })

/**
 * The vendors' documents by the options of `playhead mock`: the pinned ones with our corrections, or what `--spec` brings
 * in place of one. Nothing is read yet; but a file that is not there stops the start.
 * @throws PlayheadError `bad-spec`, `unknown-vendor`, `unreadable-file`
 */
export const documentsOf = async (
  { values, cwd }: Pick<CommandContext, 'values' | 'cwd'>,
  vendors: readonly Vendor[],
): Promise<DocumentSources> => {
  const given = Array.isArray(values.spec) ? values.spec.map(String) : []
  const sources = new Map(vendors.map(({ id, document }) => [id, document]))
  const seen = new Set<string>()
  for (const text of given) {
    const [, id, file] = /^([^=]+)=(.+)$/s.exec(text) ?? []
    if (id === undefined || file === undefined)
      throw badSpec(text, 'Give a vendor and a file: --spec quo=./quo.json')
    if (!sources.has(id))
      throw new PlayheadError({
        code: 'unknown-vendor',
        act: `Cannot bring a document of ${shown(id)}: there is no such vendor`,
        cure: `Did you mean ${nearest(id, [...sources.keys()])}? There are ${[...sources.keys()].join(', ')}.`,
      })
    if (seen.has(id)) throw badSpec(text, `Bring one document for ${id}, not several.`)
    seen.add(id)
    await readable(file, cwd)
    sources.set(id, () => brought(id, file, cwd))
  }
  return Object.fromEntries(sources)
}

const readable = async (file: string, cwd: string): Promise<void> => {
  const found = await stat(resolve(cwd, file)).catch(() => undefined)
  if (found?.isFile()) return
  throw new PlayheadError({
    code: 'unreadable-file',
    act: `Cannot read the file ${shown(file)}: ${found ? 'it is no file' : 'there is no such file'}`,
    cure: `Give the path of an OpenAPI document; it is looked for from ${cwd}.`,
  })
}
