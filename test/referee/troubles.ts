import type { Effect } from '../../mocks/world/disturbance.ts'

const statuses = [400, 401, 403, 404, 422, 429, 500, 503]
const told = 'untold'

/** The disturbances of the coverage table, by name; `none` is one of them. */
export const troubles: readonly (readonly [string, Effect | undefined])[] = [
  ['none', undefined],
  ...statuses.map((status) => [`status ${status}`, { kind: 'status', status, told }] as const),
  ['reset before headers', { kind: 'reset', at: 'before-headers' }],
  ['reset mid-body', { kind: 'reset', at: 'mid-body' }],
  ['truncate', { kind: 'truncate' }],
  ['silence', { kind: 'silence' }],
  ['slow headers', { kind: 'slow-headers', ms: 1000 }],
  ['trickle', { kind: 'trickle', bytesPerSecond: 100 }],
  ['content type', { kind: 'content-type', to: 'text/plain' }],
  ['body html', { kind: 'body', as: 'html', status: 200 }],
  ['body xml', { kind: 'body', as: 'xml', status: 200 }],
  ['body empty', { kind: 'body', as: 'empty', status: 200 }],
  ['body malformed', { kind: 'body', as: 'malformed-json', status: 200 }],
  ['body other JSON', { kind: 'body', as: 'other-json', status: 200 }],
  ['redirect same origin', { kind: 'redirect', to: 'same-origin' }],
  ['redirect other origin', { kind: 'redirect', to: 'other-origin' }],
  ['new fields', { kind: 'new-fields' }],
  ['null metadata', { kind: 'null-metadata' }],
  ['unknown status', { kind: 'unknown-status' }],
  ['hollow, success false', { kind: 'hollow', as: 'success-false' }],
  ['hollow, no data', { kind: 'hollow', as: 'no-data' }],
  ['die early', { kind: 'die-early' }],
]

const ofSayings = new Set<Effect['kind']>(['new-fields', 'null-metadata', 'unknown-status', 'hollow'])
const ofRecordings = new Set<Effect['kind']>(['null-metadata', 'unknown-status'])

/** Why a disturbance can change nothing that an operation answers; `undefined` where it can. */
export const unreachable = (
  effect: Effect | undefined,
  asks: 'recording' | 'replies' | 'media',
): string | undefined => {
  if (!effect) return undefined
  if (asks === 'media')
    return ofSayings.has(effect.kind)
      ? 'type: it changes what a vendor says, and storage has no Said'
      : undefined
  if (effect.kind === 'die-early') return 'type: it ends a link, and an API’s answer is none'
  return asks === 'replies' && ofRecordings.has(effect.kind)
    ? 'type: Said of replies has neither metadata nor status'
    : undefined
}
