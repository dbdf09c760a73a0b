import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { isObject, type Json, type JsonObject } from '../../mocks/world/json.ts'
import { applyOverlay, type Overlay } from './overlay.ts'
import { readOverlay } from './read-overlay.ts'
import { readSource, type Source } from './source.ts'

/** A specification as it lies in specs/<id>/. */
export interface Specification {
  readonly id: string
  /** The folder it was read from. */
  readonly folder: string
  /** The document as published or transcribed. */
  readonly raw: JsonObject
  /** The document with our corrections; the raw one where there is no overlay. */
  readonly overlaid: JsonObject
  readonly overlay: Overlay | undefined
  /** Where the document came from; undefined for a document of our own. */
  readonly source: Source | undefined
}

/** Where the specifications lie: two folders up here, and in the package, where this is in dist/shared/. */
export const specsFolder = fileURLToPath(new URL('../../specs/', import.meta.url))

/** Whether the specifications are a clone's own, and not an installed package's: only then is there what makes code of them. */
export const isClone = (): boolean => existsSync(join(specsFolder, 'tools'))

/** The ids of all specifications: every folder that holds an openapi.yaml, sorted. */
export const specificationIds = (root: string = specsFolder): string[] =>
  readdirSync(root)
    .filter((id) => existsSync(join(root, id, 'openapi.yaml')))
    .sort()

const readYaml = (file: string): Json => {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new PlayheadError({
      code: 'unreadable-specification',
      act: `Cannot read ${file}: ${cause instanceof Error ? cause.message.split('\n')[0] : shown(cause)}`,
      cure: 'Make it valid YAML 1.2.',
      cause,
    })
  }
}

/**
 * Reads one specification with its overlay applied.
 * @throws PlayheadError `no-such-specification`, `unreadable-specification`, `bad-overlay`, `bad-overlay-action`, `bad-source`.
 * @example loadSpecification('osvi').overlaid
 */
export const loadSpecification = (id: string, root: string = specsFolder): Specification => {
  const folder = join(root, id)
  if (!specificationIds(root).includes(id)) {
    throw new PlayheadError({
      code: 'no-such-specification',
      act: `Cannot load the specification ${shown(id)}: ${join(folder, 'openapi.yaml')} does not exist`,
      cure: `Use one of ${specificationIds(root).join(', ')}, or add that file.`,
    })
  }
  const raw = readYaml(join(folder, 'openapi.yaml'))
  if (!isObject(raw)) {
    throw new PlayheadError({
      code: 'unreadable-specification',
      act: `Cannot read ${join(folder, 'openapi.yaml')}: it holds no mapping`,
      cure: 'Write an OpenAPI document into it.',
    })
  }
  const overlayFile = join(folder, 'overlay.yaml')
  const overlay = existsSync(overlayFile) ? readOverlay(readYaml(overlayFile), overlayFile) : undefined
  return {
    id,
    folder,
    raw,
    overlaid: overlay ? applyOverlay(raw, overlay) : raw,
    overlay,
    source: readSource(folder),
  }
}
