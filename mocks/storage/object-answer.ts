import { headerOf, type WireRequest, type WireResponse } from '../world/exchange.ts'
import { type Instant, toHttpDate } from '../world/instant.ts'
import type { StorageError } from './error-xml.ts'
import type { StoredObject } from './flavour.ts'
import { judgeConditions, rangeApplies } from './preconditions.ts'
import { judgeRange, sliceBody } from './range.ts'

/** How one flavour words what can be wrong with a request for an object that it may read. */
export interface ObjectWords {
  preconditionFailed(header: string): StorageError
  invalidRange(requested: string, size: number): StorageError
}

/**
 * What a GET or HEAD of an object answers once the right to it is proven: 304, 206, 200 (HEAD alike, without a body),
 * or why not. `now` matters to conditions alone.
 */
export const answerObject = (
  request: WireRequest,
  object: StoredObject,
  now: Instant,
  words: ObjectWords,
): WireResponse | StorageError => {
  const { body, contentType, etag, lastModified } = object
  const validators = { etag: `"${etag}"`, 'last-modified': toHttpDate(lastModified) }
  const condition = judgeConditions(request, object, now)
  if (condition.kind === 'failed') return words.preconditionFailed(condition.header)
  if (condition.kind === 'not-modified') return { status: 304, headers: validators }

  const requested = headerOf(request, 'range')
  const range = judgeRange(rangeApplies(request, object) ? requested : undefined, body.length)
  if (range.kind === 'unsatisfiable') return words.invalidRange(requested ?? '', body.length)
  const sent = range.kind === 'part' ? sliceBody(body, range.from, range.to) : body
  const headers = {
    ...validators,
    'accept-ranges': 'bytes',
    'content-type': contentType,
    'content-length': `${sent.length}`,
    ...(range.kind === 'part'
      ? { 'content-range': `bytes ${range.from}-${range.to - 1}/${body.length}` }
      : {}),
  }
  return {
    status: range.kind === 'part' ? 206 : 200,
    headers,
    ...(request.method === 'HEAD' ? {} : { body: sent }),
  }
}
