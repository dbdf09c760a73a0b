import * as v from 'valibot'
import { vendors } from '../../mocks/vendors/index.ts'
import { pathOnly } from '../../mocks/vendors/route.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import type { Ending } from '../../mocks/world/onlooker.ts'
import { openKeys, withoutSecrets } from '../drivers/observe/keys-seen.ts'
import { type Run, type RunLine, runVersion } from '../drivers/observe/run.ts'
import type { EventOf } from '../history.ts'
import { headersWorthKeeping } from '../run/kept-headers.ts'
import { type Mask, maskValue, openMask } from '../run/mask.ts'
import { type HarEntry, HarSchema, isMedia, ownCreator } from './har.ts'
import { headersOf, type Placed, placeEntries } from './place-entries.ts'

/** What stands for all origins of APIs, and for all of storage, before they are masked. */
const apiOrigin = 'https://vendor.example'
const storageOrigin = 'https://stored.example'

/** Whether a text is a HAR file rather than lines of JSON. */
export const isHar = (text: string): boolean => /^\uFEFF?\s*\{\s*"log"\s*:/.test(text)

const parsed = (text: string, name: string): v.InferOutput<typeof HarSchema> => {
  let why: string
  try {
    const read = v.safeParse(HarSchema, JSON.parse(text.replace(/^\uFEFF/, '')))
    if (read.success) return read.output
    const [issue] = read.issues
    why = `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`
  } catch (cause) {
    why = cause instanceof Error ? cause.message : 'malformed'
  }
  throw new PlayheadError({
    code: 'bad-har',
    act: `Cannot read ${shown(name)} as a HAR file: ${why}`,
    cure: 'Export it anew, as HAR 1.2 with the bodies of the answers.',
  })
}

/** How an exchange ended, by the word that a browser, or we ourselves, left of a bad end. */
const endingOf = ({ status, _error }: HarEntry['response']): Ending => {
  const word = _error ?? ''
  if (word === '' && status !== 0) return 'complete'
  if (/abort|cancel/i.test(word)) return 'aborted'
  if (/unanswered/.test(word)) return 'unanswered'
  return /truncated|content_length_mismatch/i.test(word) ? 'truncated' : 'reset'
}

/** Which bytes of a medium came. */
const objectIn = (
  { content }: HarEntry['response'],
  headers: Readonly<Record<string, string>>,
  path: string,
): EventOf<'received'>['object'] => {
  if (!isMedia(content.mimeType) || content.size <= 0) return undefined
  const { size } = content
  const [, from, to, of] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? []
  const range =
    from === undefined
      ? { from: 0, to: size, of: size }
      : { from: Number(from), to: Number(to) + 1, of: Number(of) }
  return { call: pathOnly(path), segment: 0, ...range }
}

/** The events of one exchange, each with its instant. */
const eventsOf = (
  { entry, role, path, headers, body }: Placed,
  request: string,
): readonly RunLine['event'][] => {
  const { response, timings, time } = entry
  const sentAt = Date.parse(entry.startedDateTime)
  const settledAt = sentAt + Math.max(0, Math.floor(time))
  const receivedAt = Math.max(sentAt, settledAt - Math.max(0, Math.floor(timings.receive)))
  const { method } = entry.request
  const sent: RunLine['event'] = { kind: 'sent', at: sentAt, request, role, method, path, headers }
  const settled: RunLine['event'] = { kind: 'settled', at: settledAt, request, how: endingOf(response) }
  if (response.status === 0) return [sent, settled]
  const answered = headersOf(response.headers)
  const object = objectIn(response, answered, path)
  return [
    sent,
    {
      kind: 'received',
      at: receivedAt,
      request,
      status: response.status,
      headers: answered,
      ...(body === undefined ? {} : { body }),
      ...(object ? { object } : {}),
    },
    settled,
  ]
}

/** Writes every origin as the one that stands for its role. */
const withOneOrigin =
  (placed: readonly Placed[]): Mask =>
  (text) => {
    let written = text
    for (const { origin, role } of placed)
      written = written.replaceAll(origin, role === 'api' ? apiOrigin : storageOrigin)
    return written
  }

const originsOnly: Mask = (text) => text.replaceAll(apiOrigin, '{api}').replaceAll(storageOrigin, '{storage}')

/**
 * Why a missing Authorization says nothing: browsers leave it out of an export unless they are told otherwise, and
 * cookies with it.
 */
const hiddenIn = (placed: readonly Placed[]): NonNullable<Run['hidden']> =>
  placed.some(({ headers }) => headers.authorization !== undefined || headers.cookie !== undefined)
    ? {}
    : { authorization: 'the export has no Authorization header anywhere: export it with sensitive data' }

/**
 * Reads a HAR file as a run: what it holds of vendors, recognised by their hosts or, on this machine, by their paths, and
 * of the storage that their answers name. What a browser did by itself is left out: preflights, and what its cache
 * answered.
 * @param name what to call it in an error
 * @throws PlayheadError `bad-har`
 */
export const readHar = (text: string, name: string): Run => {
  const { log } = parsed(text, name)
  const placed = placeEntries(log.entries, vendors)
  const isOwn = log.creator.name === ownCreator
  const keys = openKeys()
  if (!isOwn) for (const { headers, vendor } of placed) keys.meet(headers, vendor?.credential?.header)
  const origins = new Map(placed.map((one) => [one.origin, one]))
  const unified = withOneOrigin([...origins.values()].toSorted((a, b) => b.origin.length - a.origin.length))
  const mask = isOwn ? originsOnly : openMask({ apiOrigin, storageOrigin, keys: keys.all() })
  const masked = (event: RunLine['event'], keyHeader: string | undefined): RunLine['event'] => {
    const written = maskValue((part) => mask(unified(part)), event) as RunLine['event']
    if (written.kind !== 'sent') return written
    return { ...written, headers: headersWorthKeeping(withoutSecrets(written.headers, keyHeader)) }
  }
  const lines = placed
    .flatMap((one, index) =>
      eventsOf(one, `r${index + 1}`).map((event) => ({
        sandbox: one.sandbox,
        ...(one.vendor ? { vendor: one.vendor.id } : {}),
        event: masked(event, one.vendor?.credential?.header),
      })),
    )
    .toSorted((a, b) => a.event.at - b.event.at)
  const start = lines[0]?.event.at ?? 0
  return {
    head: { playhead: runVersion, kind: 'run', by: log.creator.name, api: apiOrigin, storage: storageOrigin },
    lines: lines.map((line) => ({ ...line, realMs: line.event.at - start })),
    ended: true,
    torn: undefined,
    hidden: hiddenIn(placed),
  }
}
