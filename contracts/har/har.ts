import * as v from 'valibot'
import { lastInstant } from '../../mocks/world/instant.ts'

const HeaderSchema = v.looseObject({ name: v.string(), value: v.string() })

const isDate = (text: string): boolean => {
  const at = Date.parse(text)
  return at >= 0 && at <= lastInstant
}

/** Milliseconds; where they are not known, browsers write -1. */
const MsSchema = v.pipe(v.number(), v.maxValue(31_536_000_000, 'is longer than a year'))

const EntrySchema = v.looseObject({
  startedDateTime: v.pipe(v.string(), v.check(isDate, 'is no date')),
  time: MsSchema,
  request: v.looseObject({ method: v.string(), url: v.string(), headers: v.array(HeaderSchema) }),
  response: v.looseObject({
    status: v.number(),
    headers: v.array(HeaderSchema),
    content: v.looseObject({
      size: v.optional(v.number(), 0),
      mimeType: v.optional(v.string(), ''),
      text: v.exactOptional(v.string()),
      encoding: v.exactOptional(v.string()),
    }),
    _error: v.nullish(v.string()),
  }),
  timings: v.optional(v.looseObject({ receive: v.optional(MsSchema, 0) }), {}),
  _fromCache: v.nullish(v.string()),
})

/** What is read of a HAR file (HAR 1.2, and the fields that browsers add); all else in it is passed over. */
export const HarSchema = v.looseObject({
  log: v.looseObject({
    creator: v.looseObject({ name: v.string() }),
    entries: v.array(EntrySchema),
  }),
})
/** One exchange of a HAR file. */
export type HarEntry = v.InferOutput<typeof EntrySchema>

/** How our own files name their creator: their texts are masked already. */
export const ownCreator = 'Playhead'

/** Whether a body of this type is a medium, and no text. */
export const isMedia = (mimeType: string): boolean =>
  /^((audio|video|image)\/|(application|binary)\/octet-stream)/.test(mimeType)
