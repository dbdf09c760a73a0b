import { standingOf } from '../sandboxes/refusal.ts'
import type { PlayheadError } from '../world/error.ts'
import type { ControlResponse } from './define.ts'

/** Of every answer in JSON: it is kept nowhere, taken for nothing else, and shown to no other site. */
export const jsonHeaders = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

/** An error as an answer. */
export const refused = (status: number, error: PlayheadError, more = {}): ControlResponse => ({
  status,
  headers: { ...jsonHeaders, ...more },
  body: JSON.stringify({ error }),
})

/** What those are told who are not let in, and what says that something named is not there. */
const statuses = new Map([
  ['foreign-host', 421],
  ['foreign-origin', 403],
  ['token-missing', 401],
  ['wrong-token', 401],
  ['no-such-call', 404],
  ['no-such-disturbance', 404],
  ['no-such-sandbox', 404],
])

/** An error as the answer that its code stands for. */
export const refusedFor = (error: PlayheadError): ControlResponse => {
  const standing = standingOf(error)
  const status = statuses.get(error.code) ?? standing.status
  return refused(status, error, {
    ...standing.headers,
    ...(status === 401 ? { 'www-authenticate': 'Bearer realm="Playhead"' } : {}),
  })
}
