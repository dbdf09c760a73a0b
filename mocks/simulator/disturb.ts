import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Encoded, Refusal, Said } from '../vendors/define.ts'
import type { Effect } from '../world/disturbance.ts'
import type { Delivery, WireResponse } from '../world/exchange.ts'
import type { CallView, SegmentView } from '../world/view.ts'

/** A word that no vendor's document lists. */
const undocumented = 'archived'

const mapSegments = (view: CallView, change: (segment: SegmentView) => SegmentView): CallView => ({
  ...view,
  segments: view.segments.map(change),
})

/** What is said under an effect that changes what there is to say. */
export const disturbSaid = (said: Said, effect: Effect): Said => {
  if (effect.kind === 'status') return refusalOf(effect)
  if (said.kind !== 'recording') return said
  if (effect.kind === 'null-metadata')
    return {
      ...said,
      view: mapSegments(said.view, (segment) => ({
        ...segment,
        startedAt: null,
        durationSeconds: null,
        bytes: null,
        type: null,
      })),
    }
  if (effect.kind === 'unknown-status')
    return { ...said, view: mapSegments(said.view, (segment) => ({ ...segment, status: { undocumented } })) }
  return said
}

const refusalOf = (effect: Extract<Effect, { kind: 'status' }>): Refusal => {
  const refusal = plainRefusal(effect)
  return effect.shape === undefined ? refusal : { ...refusal, shape: effect.shape }
}

const plainRefusal = ({ status, retryAfterSeconds, told }: Extract<Effect, { kind: 'status' }>): Refusal => {
  if (status === 401) return { kind: 'unauthorized', why: 'wrong' }
  if (status === 403) return { kind: 'forbidden' }
  if (status === 404) return { kind: 'not-found' }
  if (status === 405) return { kind: 'method-not-allowed' }
  if (status === 429) return { kind: 'rate-limited', retryAfterSeconds, told }
  if (status === 400 || status === 422)
    return { kind: 'invalid-request', fault: { type: 'value_error', message: 'is refused' }, value: '' }
  return { kind: 'failed', status, retryAfterSeconds, told }
}

/** Adds a field to every object and turns the order of keys round: what a vendor may do any day. */
const grown = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(grown)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]) => [name, grown(field)] as const)
  return Object.fromEntries([['x_added_later', { since: 'today', list: [] }], ...fields.toReversed()])
}

/** An answer's words under an effect that changes the words themselves. */
export const disturbEncoded = (encoded: Encoded, effect: Effect): Encoded => {
  if (effect.kind === 'new-fields') return { ...encoded, body: grown(encoded.body) }
  return effect.kind === 'hollow' ? hollow(encoded, effect.as) : encoded
}

const fieldsOf = (body: unknown): readonly (readonly [string, unknown])[] =>
  typeof body === 'object' && body !== null ? Object.entries(body) : []

/** A success that is none: what is refused is so with 200, and what is there is left out but for bare claims. */
const hollow = (encoded: Encoded, as: Extract<Effect, { kind: 'hollow' }>['as']): Encoded => {
  const { status, headers = {}, body } = encoded
  if (as === 'success-false') {
    const said = status === 200 ? [['error', 'recording_not_available'] as const] : fieldsOf(body)
    return { status: 200, headers, body: { ...Object.fromEntries(said), success: false } }
  }
  if (status !== 200) return encoded
  const claims = fieldsOf(body).filter(([, value]) => typeof value === 'boolean')
  return { status, headers, body: Object.fromEntries(claims) }
}

const pages = {
  html: {
    type: 'text/html; charset=utf-8',
    text: '<!doctype html><html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>',
  },
  xml: {
    type: 'application/xml',
    text: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>InternalError</Code></Error>',
  },
  empty: { type: 'application/json', text: '' },
  'malformed-json': { type: 'application/json', text: '{"data": [{"id": "unfin' },
  'other-json': { type: 'application/json', text: '{"error":{"message":"Something else","key":"other"}}' },
} as const

const bodyLength = ({ body }: WireResponse): number =>
  body === undefined ? 0 : typeof body === 'string' ? utf8ToBytes(body).length : body.length

const delivered = (response: WireResponse, delivery: Delivery): WireResponse => ({
  ...response,
  delivery: { ...response.delivery, ...delivery },
})

/** A response under an effect on its bytes or its way. @param otherOrigin where a redirect to another origin leads */
export const disturbResponse = (
  response: WireResponse,
  effect: Effect,
  path: string,
  otherOrigin: string,
): WireResponse => {
  switch (effect.kind) {
    case 'reset':
      return delivered(response, { reset: effect.at })
    case 'truncate':
      return delivered(response, { truncateAt: Math.floor(bodyLength(response) / 2) })
    case 'silence':
      return delivered(response, { silent: true })
    case 'slow-headers':
      return delivered(response, { headersAfterMs: effect.ms })
    case 'trickle':
      return delivered(response, { bytesPerSecond: effect.bytesPerSecond })
    case 'content-type':
      return { ...response, headers: { ...response.headers, 'content-type': effect.to } }
    case 'body': {
      const { type, text } = pages[effect.as]
      const { date } = response.headers
      return {
        status: effect.status,
        headers: { 'content-type': type, ...(date ? { date } : {}) },
        body: text,
      }
    }
    case 'redirect':
      return {
        status: 302,
        headers: {
          ...(response.headers.date ? { date: response.headers.date } : {}),
          location: effect.to === 'same-origin' ? path : `${otherOrigin}${path}`,
        },
      }
    default:
      return response
  }
}
