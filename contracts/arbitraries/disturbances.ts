import fc from 'fast-check'
import type { Disturbance, Effect } from '../../mocks/world/disturbance.ts'

const statuses = [500, 503, 429, 401, 403, 404, 400, 422, 408, 425, 502, 504] as const

const refusals = (): fc.Arbitrary<Effect> =>
  fc
    .record(
      {
        status: fc.constantFrom(...statuses),
        retryAfterSeconds: fc.constantFrom(1, 2, 30, 60),
        told: fc.constantFrom('header', 'date', 'body', 'untold'),
      },
      { requiredKeys: ['status', 'told'] },
    )
    .map((given): Effect => ({ kind: 'status', ...given }))

/** The way itself is bad: the connection breaks, the answer is slow, or there is none. */
const mishaps = [
  { kind: 'reset', at: 'before-headers' },
  { kind: 'reset', at: 'mid-body' },
  { kind: 'truncate' },
  { kind: 'silence' },
  { kind: 'slow-headers', ms: 1000 },
  { kind: 'slow-headers', ms: 900_000 },
  { kind: 'trickle', bytesPerSecond: 1 },
  { kind: 'trickle', bytesPerSecond: 100 },
  { kind: 'trickle', bytesPerSecond: 1000 },
  { kind: 'trickle', bytesPerSecond: 8000 },
] as const satisfies readonly Effect[]

/** Something in between answers in place of the vendor. */
const pages = [
  { kind: 'body', as: 'html', status: 200 },
  { kind: 'body', as: 'xml', status: 200 },
  { kind: 'body', as: 'empty', status: 200 },
  { kind: 'body', as: 'malformed-json', status: 200 },
  { kind: 'body', as: 'other-json', status: 200 },
  { kind: 'body', as: 'html', status: 502 },
  { kind: 'body', as: 'empty', status: 503 },
  { kind: 'body', as: 'other-json', status: 404 },
  { kind: 'content-type', to: 'text/plain' },
  { kind: 'content-type', to: 'application/octet-stream' },
] as const satisfies readonly Effect[]

const redirects = [
  { kind: 'redirect', to: 'same-origin' },
  { kind: 'redirect', to: 'other-origin' },
] as const satisfies readonly Effect[]

/** What only an API's answer can show. */
const novelties = [
  { kind: 'new-fields' },
  { kind: 'null-metadata' },
  { kind: 'unknown-status' },
] as const satisfies readonly Effect[]

type On = Disturbance['on']

/** An effect with the requests it is meant for: each role meets what it can show, sometimes both meet the same. */
const aims = (): fc.Arbitrary<{ readonly effect: Effect; readonly on: On }> => {
  const at = (on: On, ...effects: readonly fc.Arbitrary<Effect>[]) =>
    fc.oneof(...effects).map((effect) => ({ effect, on }))
  const common = [refusals(), fc.constantFrom(...mishaps), fc.constantFrom(...pages)]
  const redirected = fc.constantFrom(...redirects)
  return fc.oneof(
    { weight: 3, arbitrary: at({ role: 'api' }, ...common, redirected, fc.constantFrom(...novelties)) },
    {
      weight: 3,
      arbitrary: at({ role: 'storage' }, ...common, redirected, fc.constant({ kind: 'die-early' })),
    },
    { weight: 1, arbitrary: at({}, ...common) },
  )
}

/** Trouble for some requests, without the id that a world or a step gives it: for one, for a few, or for ever. */
export const troubles = (): fc.Arbitrary<Omit<Disturbance, 'id'>> =>
  fc
    .tuple(
      aims(),
      fc.record(
        {
          skip: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 3 })),
          count: fc.oneof({ weight: 2, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 6 })),
        },
        { requiredKeys: ['skip'] },
      ),
    )
    .map(([aim, given]) => ({ ...aim, ...given }))
