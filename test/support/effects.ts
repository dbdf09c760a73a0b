import fc from 'fast-check'
import { type Effect, errorShapes } from '../../mocks/world/disturbance.ts'

type Of<K extends Effect['kind']> = fc.Arbitrary<Extract<Effect, { kind: K }>>

const documented = [400, 401, 403, 404, 405, 422, 429, 500, 502, 503, 504]

const pages = ['html', 'xml', 'empty', 'malformed-json', 'other-json'] as const

/** Media types that are JSON, that are another, and that are none at all. */
const types = [
  'application/json',
  'Application/JSON; charset=utf-8',
  'application/json;',
  'text/json',
  'text/plain',
  'application/octet-stream',
  '',
  'no type',
]

/** Every effect a world may hold, by kind: whoever adds a kind is made to add it here. */
export const effectsByKind: { readonly [K in Effect['kind']]: Of<K> } = {
  status: fc.record(
    {
      kind: fc.constant('status' as const),
      status: fc.oneof(fc.constantFrom(...documented), fc.integer({ min: 400, max: 599 })),
      retryAfterSeconds: fc.constantFrom(0, 1, 30),
      told: fc.constantFrom('header', 'date', 'body', 'untold'),
      shape: fc.constantFrom(...errorShapes),
    },
    { requiredKeys: ['kind', 'status', 'told'] },
  ),
  reset: fc.constantFrom('before-headers', 'mid-body').map((at) => ({ kind: 'reset', at })),
  truncate: fc.constant({ kind: 'truncate' }),
  silence: fc.constant({ kind: 'silence' }),
  'slow-headers': fc.constantFrom(1, 900_000).map((ms) => ({ kind: 'slow-headers', ms })),
  trickle: fc.constantFrom(1, 8000).map((bytesPerSecond) => ({ kind: 'trickle', bytesPerSecond })),
  'content-type': fc.constantFrom(...types).map((to) => ({ kind: 'content-type', to })),
  body: fc.record({
    kind: fc.constant('body' as const),
    as: fc.constantFrom(...pages),
    status: fc.oneof(fc.constantFrom(200, ...documented), fc.integer({ min: 200, max: 599 })),
  }),
  redirect: fc.constantFrom('same-origin', 'other-origin').map((to) => ({ kind: 'redirect', to })),
  'new-fields': fc.constant({ kind: 'new-fields' }),
  'null-metadata': fc.constant({ kind: 'null-metadata' }),
  'unknown-status': fc.constant({ kind: 'unknown-status' }),
  hollow: fc.constantFrom('success-false', 'no-data').map((as) => ({ kind: 'hollow', as })),
  'die-early': fc.constant({ kind: 'die-early' }),
  'other-bytes': fc.constantFrom('whole', 'elsewhere', 'replaced').map((as) => ({ kind: 'other-bytes', as })),
}

/** Any effect; those with many forms more often. */
export const effects = (): fc.Arbitrary<Effect> =>
  fc.oneof(
    { weight: 4, arbitrary: effectsByKind.status },
    { weight: 3, arbitrary: effectsByKind.body },
    { weight: 3, arbitrary: effectsByKind['content-type'] },
    ...Object.values<fc.Arbitrary<Effect>>(effectsByKind),
  )
