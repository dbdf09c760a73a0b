import type { Effect } from '../../mocks/world/disturbance.ts'

const statuses = [400, 401, 403, 404, 408, 422, 429, 500, 502, 503]
const told = 'untold'

/**
 * The disturbances of the coverage table, by name; `none` is one of them. No document speaks of stored bytes, so there is
 * nothing to referee of `other-bytes`.
 */
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

/** What is asked of whom. */
export interface Asking {
  readonly vendor: string
  readonly asks: 'recording' | 'replies' | 'media'
}

/** Vendors whose answers to what is asked have no field that an effect changes. */
const fieldless: readonly (readonly [Effect['kind'], Asking, string])[] = [
  ['null-metadata', { vendor: 'osvi', asks: 'recording' }, 'OSVI’s answer has no field that may be null'],
  ['unknown-status', { vendor: 'osvi', asks: 'recording' }, 'OSVI’s answer has no status'],
  ['unknown-status', { vendor: 'voqo', asks: 'recording' }, 'Voqo’s status only says whether there is a URL'],
  ['null-metadata', { vendor: 'voqo', asks: 'replies' }, 'Said of replies has no metadata'],
  ['unknown-status', { vendor: 'voqo', asks: 'replies' }, 'Said of replies has no status'],
]

/** Why a disturbance can change nothing of an answer; `undefined` where it can. */
export const unreachable = (effect: Effect | undefined, { vendor, asks }: Asking): string | undefined => {
  if (!effect) return undefined
  if (asks === 'media')
    return ofSayings.has(effect.kind)
      ? 'type: it changes what a vendor says, and storage has no Said'
      : undefined
  if (effect.kind === 'die-early') return 'type: it ends a link, and an API’s answer is none'
  const row = fieldless.find(([kind, at]) => kind === effect.kind && at.vendor === vendor && at.asks === asks)
  return row && `type: ${row[2]}`
}
