import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { PlayheadError } from '../../mocks/world/error.ts'

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal'))

const sourceShape = v.strictObject({
  /** The pinned page, a file beside this one. */
  page: v.string(),
  /** Where the page, or the site it belongs to, is published. */
  url: v.pipe(v.string(), v.url()),
  /** What `url` is, where it is not the page's own address. */
  note: v.optional(v.string()),
  /** The day it was taken, yyyy-mm-dd. */
  retrieved: v.pipe(v.string(), v.isoDate()),
  /** Of the pinned page. */
  sha256,
  /** Whether openapi.yaml is the vendor's own text or was written down from the page by us. */
  document: v.strictObject({ kind: v.picklist(['published', 'transcribed']), sha256 }),
})

/** Where a specification came from: specs/<vendor>/source.json. */
export type Source = Readonly<v.InferOutput<typeof sourceShape>>

/**
 * Reads source.json of a specification's folder; undefined where there is none.
 * @throws PlayheadError `bad-source` naming the field.
 */
export const readSource = (folder: string): Source | undefined => {
  const file = join(folder, 'source.json')
  if (!existsSync(file)) return undefined
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), sourceShape), readFileSync(file, 'utf8'))
  if (result.success) return result.output
  const [issue] = result.issues
  throw new PlayheadError({
    code: 'bad-source',
    act: `Cannot read ${file}: ${v.getDotPath(issue) ?? 'it'}: ${issue.message}`,
    cure: 'Give it page, url, retrieved, sha256 and document, as the other vendors have it.',
  })
}

/** The SHA-256 of a file, in hexadecimal. */
export const fileSha256 = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex')
