import * as v from 'valibot'
import { PlayheadError } from '../../mocks/world/error.ts'
import type { Json } from '../../mocks/world/json.ts'
import type { Overlay } from './overlay.ts'

/** Field names beginning with x- are extensions, which Overlay 1.0 allows everywhere. */
const extensions = v.pipe(
  v.string(),
  v.check((key) => key.startsWith('x-') || known.has(key), 'is not a field of Overlay 1.0'),
)
const known = new Set([
  'overlay',
  'info',
  'extends',
  'actions',
  'title',
  'version',
  'target',
  'description',
  'update',
  'remove',
])
const fields = <T extends v.ObjectEntries>(entries: T) =>
  v.intersect([v.looseObject(entries), v.record(extensions, v.unknown())])

const overlayShape = fields({
  overlay: v.pipe(v.string(), v.regex(/^1\.0\.\d+$/, 'is not a version of Overlay 1.0')),
  info: fields({ title: v.string(), version: v.string() }),
  extends: v.optional(v.string()),
  actions: v.pipe(
    v.array(
      fields({
        target: v.string(),
        description: v.optional(v.string()),
        update: v.optional(v.unknown()),
        remove: v.optional(v.boolean()),
      }),
    ),
    v.minLength(1, 'holds no action'),
  ),
})

/**
 * Reads parsed YAML as an OpenAPI Overlay 1.0 document.
 * @throws PlayheadError `bad-overlay` naming the field.
 */
export const readOverlay = (value: Json, file: string): Overlay => {
  const result = v.safeParse(overlayShape, value)
  if (result.success) return value as Json & Overlay
  const [issue] = result.issues
  throw new PlayheadError({
    code: 'bad-overlay',
    act: `Cannot read ${file}: ${v.getDotPath(issue) ?? 'it'} ${issue.message}`,
    cure: 'Write it as https://spec.openapis.org/overlay/v1.0.0.html says.',
  })
}
