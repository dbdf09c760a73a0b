import { headerOf, type WireRequest } from '../world/exchange.ts'
import { fromHttpDate, type Instant } from '../world/instant.ts'
import type { StoredObject } from './flavour.ts'

/** What a request's conditions say about an object. */
export type Condition =
  | { readonly kind: 'holds' }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'failed'; readonly header: 'If-Match' | 'If-Unmodified-Since' }

/** Storage knows whole seconds only. */
export const wholeSecond = (instant: Instant): Instant => Math.floor(instant / 1000) * 1000

/** S3 takes entity tags without their quotes too. */
const unquoted = (tag: string): string => tag.replace(/^"(.*)"$/, '$1')

/** Whether a list of entity tags names the object's; an asterisk stands for any, alone. */
const names = (list: string, etag: string, comparison: 'strong' | 'weak'): boolean =>
  list.trim() === '*' ||
  list.split(',').some((item) => {
    const tag = comparison === 'weak' ? item.trim().replace(/^W\//, '') : item.trim()
    return unquoted(tag) === etag
  })

/**
 * Judges the four conditions in RFC 9110's order (section 13.2.2): an entity tag overrules the date beside it, and a
 * date that is none, or that lies in the future for `If-Modified-Since`, is ignored.
 */
export const judgeConditions = (request: WireRequest, object: StoredObject, now: Instant): Condition => {
  const modified = wholeSecond(object.lastModified)
  const dateOf = (name: string): Instant | undefined => {
    const text = headerOf(request, name)
    return text === undefined ? undefined : fromHttpDate(text)
  }
  const ifMatch = headerOf(request, 'if-match')
  const ifNoneMatch = headerOf(request, 'if-none-match')
  const unmodifiedSince = dateOf('if-unmodified-since')
  const modifiedSince = dateOf('if-modified-since')
  if (ifMatch !== undefined) {
    if (!names(ifMatch, object.etag, 'strong')) return { kind: 'failed', header: 'If-Match' }
  } else if (unmodifiedSince !== undefined && modified > unmodifiedSince)
    return { kind: 'failed', header: 'If-Unmodified-Since' }
  if (ifNoneMatch !== undefined)
    return names(ifNoneMatch, object.etag, 'weak') ? { kind: 'not-modified' } : { kind: 'holds' }
  if (modifiedSince !== undefined && modifiedSince <= now && modified <= modifiedSince)
    return { kind: 'not-modified' }
  return { kind: 'holds' }
}

/**
 * Whether a `Range` still speaks of this object (RFC 9110 section 13.1.5): no `If-Range`, its strong entity tag, or its
 * exact date.
 */
export const rangeApplies = (request: WireRequest, object: StoredObject): boolean => {
  const ifRange = headerOf(request, 'if-range')
  if (ifRange === undefined) return true
  const date = fromHttpDate(ifRange)
  return date === undefined ? unquoted(ifRange) === object.etag : date === wholeSecond(object.lastModified)
}
