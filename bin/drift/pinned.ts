import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Published } from '../../contracts/drift/compare-vendor.ts'
import { checkDocument } from '../../contracts/drift/document/check-document.ts'
import type { Page } from '../../contracts/drift/prose/page.ts'
import { needing } from '../../mocks/needing.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { nearest } from '../../mocks/world/nearest.ts'
import { readSource, type Source } from '../../specs/tools/source.ts'
import { parseDocument } from './parse-document.ts'

/** What is pinned of a vendor, in specs/<vendor>/. */
export interface Pinned extends Published {
  readonly vendor: string
  readonly folder: string
  readonly source: Source
}

const documentIn = async (page: Page, source: Source): Promise<Pick<Published, 'document' | 'places'>> => {
  if (source.document.kind !== 'published') return { document: undefined }
  const places = await parseDocument(page)
  return { document: checkDocument(places.json, page.name), places }
}

/** The vendors whose pages are pinned: those that say where they are from. */
const pinnedIds = (ids: readonly string[], root: string): readonly string[] =>
  ids.filter((id) => existsSync(join(root, id, 'source.json')))

/**
 * Reads what is pinned of some vendors, or of all.
 * @throws PlayheadError `no-such-specification`, `unknown-vendor`, `bad-source`, `unreadable-specification`
 */
export const readPinned = async (
  named: readonly string[],
  specs: string | undefined,
): Promise<readonly Pinned[]> => {
  const { specificationIds, specsFolder } = await needing(
    'playhead drift check',
    () => import('../../specs/tools/load.ts'),
  )
  const root = specs ?? specsFolder
  const known = pinnedIds(specificationIds(root), root)
  if (known.length === 0)
    throw new PlayheadError({
      code: 'no-such-specification',
      act: `Cannot check any vendor: nothing is pinned in ${root}`,
      cure: 'Name a folder with --specs that is laid out like specs/ of Playhead, or leave it out for the pages that come along.',
    })
  for (const id of named)
    if (!known.includes(id))
      throw new PlayheadError({
        code: 'unknown-vendor',
        act: `Cannot check ${shown(id)}: nothing of it is pinned in ${root}`,
        cure: `Did you mean ${nearest(id, known)}? There are ${known.join(', ')}.`,
      })
  const read = (named.length > 0 ? named : known).map(async (vendor): Promise<readonly Pinned[]> => {
    const folder = join(root, vendor)
    const source = readSource(folder)
    if (!source) return []
    const page = {
      name: join('specs', vendor, source.page),
      text: readFileSync(join(folder, source.page), 'utf8'),
    }
    return [{ vendor, folder, source, page, ...(await documentIn(page, source)) }]
  })
  return (await Promise.all(read)).flat()
}
