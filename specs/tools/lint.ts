import fs from 'node:fs'
import { join, relative } from 'node:path'
import { Document, type ISpectralDiagnostic, Spectral } from '@stoplight/spectral-core'
import parsers from '@stoplight/spectral-parsers'
import { bundleAndLoadRuleset } from '@stoplight/spectral-ruleset-bundler/with-loader'
import { stringify } from 'yaml'
import { pointer } from '../../mocks/world/json.ts'
import { loadSpecification, type Specification, specificationIds, specsFolder } from './load.ts'

/** Which text was linted: the vendor's own, our overlay by itself, or what comes out of both. */
export type LintStage = 'raw' | 'overlay' | 'overlaid'

/** Something that Spectral says about a specification. */
export interface LintFinding {
  readonly specification: string
  readonly stage: LintStage
  /** The rule's name, ours or Spectral's. */
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info' | 'hint'
  readonly message: string
  /** A JSON Pointer into the linted text. */
  readonly at: string
  /** Counted from 1; undefined where the linted text is in no file. */
  readonly line?: number
}

type Remark = Omit<LintFinding, 'specification' | 'stage'>

const severities = ['error', 'warning', 'info', 'hint'] as const

const asRemark = ({ code, severity, message, path, range }: ISpectralDiagnostic): Remark => ({
  code: String(code),
  severity: severities[severity] ?? 'error',
  message,
  at: pointer(path.map(String)),
  line: range.start.line + 1,
})

let loading: Promise<Spectral> | undefined

/** Loading the rules takes half a second, so it happens once, and only when asked for. */
const spectral = (): Promise<Spectral> => {
  const load = async () => {
    const linter = new Spectral()
    linter.setRuleset(await bundleAndLoadRuleset(join(specsFolder, 'ruleset.yaml'), { fs, fetch }))
    return linter
  }
  loading ??= load()
  return loading
}

/** Lints one text, YAML or JSON, with specs/ruleset.yaml. */
export const lintText = async (text: string, name: string): Promise<Remark[]> => {
  const found = await (await spectral()).run(new Document(text, parsers.Yaml, name), {
    ignoreUnknownFormat: true,
  })
  return found.map(asRemark)
}

const lintFile = (folder: string, name: string): Promise<Remark[]> => {
  const file = join(folder, name)
  return lintText(fs.readFileSync(file, 'utf8'), relative(specsFolder, file))
}

const lintStages = async ({ id, folder, overlay, overlaid }: Specification): Promise<LintFinding[]> => {
  const label = (stage: LintStage) => (remark: Remark) => ({ specification: id, stage, ...remark })
  const raw = await lintFile(folder, 'openapi.yaml')
  // A document of our own has no overlay: what is written is what must be clean.
  if (overlay === undefined) return raw.map(label('overlaid'))
  const fragment = await lintFile(folder, 'overlay.yaml')
  const whole = await lintText(
    stringify(overlaid, { aliasDuplicateObjects: false }),
    `${id} with its overlay`,
  )
  return [
    ...raw.map(label('raw')),
    // An overlay's references point into the document that it changes, and are judged there.
    ...fragment.filter(({ code }) => code !== 'invalid-ref').map(label('overlay')),
    ...whole.map(({ line, ...remark }) => label('overlaid')(remark)),
  ]
}

/**
 * Lints specifications with `spectral:oas` and our own rules: as published, the overlay, and with the overlay applied.
 * What is found in a raw document is news about the vendor; anything else is ours to mend, see {@link isOurs}.
 * @param ids all specifications by default
 */
export const lint = async (ids?: readonly string[], root: string = specsFolder): Promise<LintFinding[]> => {
  const found: LintFinding[] = []
  for (const id of ids ?? specificationIds(root))
    found.push(...(await lintStages(loadSpecification(id, root))))
  return found
}

/** Tells a finding that must be none from one about what a vendor published. */
export const isOurs = ({ stage }: LintFinding): boolean => stage !== 'raw'
