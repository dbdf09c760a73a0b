import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { compareVendor } from '../../contracts/drift/compare-vendor.ts'
import { tallyText } from '../../contracts/drift/reporters/words.ts'
import { needing } from '../../mocks/needing.ts'
import { PlayheadError } from '../../mocks/world/error.ts'
import type { JsonObject } from '../../mocks/world/json.ts'
import { extractYaml } from '../../specs/tools/extract.ts'
import type { Source } from '../../specs/tools/source.ts'
import { writeWhole } from '../../specs/tools/write-whole.ts'
import type { CommandContext } from '../command.ts'
import { textOf } from '../text-of.ts'
import { todayOf } from '../today.ts'
import { headsOf } from './heads.ts'
import { readNewer } from './newer.ts'
import { type Pinned, readPinned } from './pinned.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A vendor's files as they will be. */
interface Repinned {
  readonly vendor: string
  readonly files: ReadonlyMap<string, string>
  readonly moved: string
  /** Whether its document was written down by hand, and has to be again. */
  readonly isTranscribed: boolean
}

/** Our corrections must fit the new document before anything is written. @throws PlayheadError `bad-overlay-action` */
const checkOverlay = async (folder: string, document: JsonObject): Promise<void> => {
  const file = join(folder, 'overlay.yaml')
  if (!existsSync(file)) return
  const [{ applyOverlay }, { readOverlay }, { parse }] = await Promise.all([
    import('../../specs/tools/overlay.ts'),
    import('../../specs/tools/read-overlay.ts'),
    import('yaml'),
  ])
  applyOverlay(document, readOverlay(parse(readFileSync(file, 'utf8')), file))
}

const repinned = async (
  pinned: Pinned,
  given: string | undefined,
  context: CommandContext,
): Promise<Repinned> => {
  const { vendor, folder, source } = pinned
  const newer = await readNewer(pinned, given, context)
  const document = newer.document ? extractYaml(newer.page.text) : undefined
  if (newer.document) await checkOverlay(folder, newer.document.json)
  const fresh: Source = {
    ...source,
    retrieved: todayOf(context.values),
    sha256: sha256(newer.page.text),
    document: { ...source.document, ...(document === undefined ? {} : { sha256: sha256(document) }) },
  }
  return {
    vendor,
    moved: tallyText(compareVendor(vendor, pinned, newer)),
    isTranscribed: document === undefined,
    files: new Map([
      [join(folder, source.page), newer.page.text],
      ...(document === undefined ? [] : [[join(folder, 'openapi.yaml'), document] as const]),
      [join(folder, 'source.json'), `${JSON.stringify(fresh, null, 2)}\n`],
    ]),
  }
}

const inClone = async (): Promise<boolean> => {
  const { isClone } = await needing('playhead drift accept', () => import('../../specs/tools/load.ts'))
  return isClone()
}

const regenerate = async ({ values, cwd, out, err }: CommandContext): Promise<void> => {
  if (!(await inClone())) {
    err(
      'Types were not made anew: a clone of Playhead makes them, and your own generator can from openapi.yaml.',
    )
    return
  }
  const { generate } = await needing('playhead drift accept', () => import('../../specs/tools/generate.ts'))
  const given = textOf(values, 'specs')
  const specs = given === undefined ? undefined : resolve(cwd, given)
  const { stale } = await generate(
    specs === undefined ? {} : { specs, generated: join(dirname(specs), 'generated') },
  )
  for (const name of stale) out(`wrote generated/${name}`)
}

/** What comes along with a package is written over by the next install. @throws PlayheadError `not-a-clone` */
const mustBeClone = async (named: readonly string[]): Promise<void> => {
  if (!(await inClone()))
    throw new PlayheadError({
      code: 'not-a-clone',
      act: `Cannot pin ${named.join(', ')} in an installed package: the next install would write over it`,
      cure: 'Accept single changes in playhead.drift.json, or re-pin in a clone of Playhead. Of a folder of your own, laid out like its specs/, name it with --specs.',
    })
}

/**
 * Pins what vendors publish now: the page, its document, where it is from, and the code made from it. Nothing is written
 * unless all of it can be.
 * @throws PlayheadError `missing-vendor`, `not-a-clone`, and of any source that cannot be read, fetched or trusted; `bad-overlay-action`
 */
export const acceptVendors = async (context: CommandContext, named: readonly string[]): Promise<void> => {
  const { values, cwd, out, err } = context
  if (named.length === 0)
    throw new PlayheadError({
      code: 'missing-vendor',
      act: 'Cannot accept without a vendor',
      cure: 'Write playhead drift accept VENDOR…, once `playhead drift check` has shown what moved.',
    })
  const specs = textOf(values, 'specs')
  if (specs === undefined) await mustBeClone(named)
  const pinned = await readPinned(named, specs === undefined ? undefined : resolve(cwd, specs))
  const heads = headsOf(
    values,
    pinned.map(({ vendor }) => vendor),
  )
  const all: Repinned[] = []
  for (const one of pinned) all.push(await repinned(one, heads.get(one.vendor), context))
  for (const { vendor, files, moved, isTranscribed } of all) {
    for (const [file, text] of files) {
      await writeWhole(file, text)
      out(`wrote ${file}`)
    }
    out(`${vendor}: ${moved}`)
    if (isTranscribed)
      err(
        `The document of ${vendor} is written down by hand: bring specs/${vendor}/openapi.yaml up to its page.`,
      )
  }
  await regenerate(context)
}
