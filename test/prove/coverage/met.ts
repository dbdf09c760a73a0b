import type { History, Role } from '../../../contracts/history.ts'
import type { Disturbance, Effect } from '../../../mocks/world/disturbance.ts'

import { stateLastsMs } from './states.ts'

/** No trouble at all, until the first question is answered. */
export const noTrouble = 'none'

/** One effect of each kind. */
const effects: { readonly [K in Effect['kind']]: Extract<Effect, { kind: K }> } = {
  status: { kind: 'status', status: 503, told: 'untold' },
  reset: { kind: 'reset', at: 'mid-body' },
  truncate: { kind: 'truncate' },
  silence: { kind: 'silence' },
  'slow-headers': { kind: 'slow-headers', ms: 1000 },
  trickle: { kind: 'trickle', bytesPerSecond: 1000 },
  'content-type': { kind: 'content-type', to: 'text/plain' },
  body: { kind: 'body', as: 'html', status: 200 },
  redirect: { kind: 'redirect', to: 'other-origin' },
  'new-fields': { kind: 'new-fields' },
  'null-metadata': { kind: 'null-metadata' },
  'unknown-status': { kind: 'unknown-status' },
  hollow: { kind: 'hollow', as: 'success-false' },
  'die-early': { kind: 'die-early' },
  'other-bytes': { kind: 'other-bytes', as: 'replaced' },
}

/** What storage alone shows; what it is shown of the others, the API shows as well. */
export const onlyOfStorage: ReadonlySet<string> = new Set<Effect['kind']>(['die-early', 'other-bytes'])

const roleOf = (kind: Effect['kind']): Exclude<Role, 'elsewhere'> =>
  onlyOfStorage.has(kind) ? 'storage' : 'api'

/** The kinds of trouble, and none. */
export const troubles: readonly string[] = [noTrouble, ...Object.keys(effects)]

/** The trouble of a kind, for the first request that can meet it. */
export const troubleOf = (kind: string): readonly Disturbance[] => {
  const effect = Object.values(effects).find((one) => one.kind === kind)
  return effect ? [{ id: 'met', effect, on: { role: roleOf(effect.kind) }, skip: 0, count: 1 }] : []
}

/**
 * Whether the first question of a case met its trouble while the call was in its state: a request was sent for it where
 * the trouble lay. A try that comes later may find the call in another state, and does not count.
 */
export const hasMet = (kind: string, { events, start }: History): boolean => {
  const [trouble] = troubleOf(kind)
  return (
    !trouble ||
    events.some(
      (event) =>
        event.kind === 'sent' &&
        event.at < start + stateLastsMs &&
        event.role === trouble.on.role &&
        event.during.includes('a1'),
    )
  )
}
