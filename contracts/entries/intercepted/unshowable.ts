import type { Transport } from '../../define.ts'

type CannotShow = NonNullable<Transport['cannotShow']>

/**
 * What no interceptor of node's HTTP shows as a socket does. Tried with msw 3.0.5 and nock 15.0.6 on Node 24.21: to fetch a
 * body shorter than its `content-length` never ends, where a socket fails. A reset in mid-body is taken to be alike.
 * Aborting a body that still streams has been seen to kill node.
 */
export const cannotShowBroken: CannotShow = (effect) => {
  switch (effect.kind) {
    case 'truncate':
      return 'a body that breaks off never ends there'
    case 'reset':
      return effect.at === 'mid-body' ? 'a body that breaks off never ends there' : undefined
    case 'trickle':
      return 'aborting a body that still streams there kills node'
    default:
      return undefined
  }
}
