import fc from 'fast-check'
import type { Disturbance, Effect } from '../../mocks/world/disturbance.ts'

const statuses = [500, 503, 429, 401, 403, 404, 400, 422, 408, 425, 502, 504] as const

/** Whatever can go wrong with one answer, each kind about as often as the others. */
export const effects = (): fc.Arbitrary<Effect> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .record(
          {
            status: fc.constantFrom(...statuses),
            retryAfterSeconds: fc.constantFrom(1, 2, 30, 60),
            told: fc.constantFrom('header', 'date', 'body', 'untold'),
          },
          { requiredKeys: ['status', 'told'] },
        )
        .map((given): Effect => ({ kind: 'status', ...given })),
    },
    fc.constantFrom<Effect>(
      { kind: 'reset', at: 'before-headers' },
      { kind: 'reset', at: 'mid-body' },
      { kind: 'truncate' },
      { kind: 'silence' },
      { kind: 'slow-headers', ms: 1000 },
      { kind: 'slow-headers', ms: 900_000 },
      { kind: 'trickle', bytesPerSecond: 1 },
      { kind: 'trickle', bytesPerSecond: 8000 },
    ),
    fc.constantFrom<Effect>(
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
    ),
    fc.constantFrom<Effect>(
      { kind: 'redirect', to: 'same-origin' },
      { kind: 'redirect', to: 'other-origin' },
      { kind: 'new-fields' },
      { kind: 'null-metadata' },
      { kind: 'unknown-status' },
      { kind: 'die-early' },
    ),
  )

/** Trouble for some requests, without the id that a world or a step gives it: now and then for ever, often for one or a few. */
export const troubles = (): fc.Arbitrary<Omit<Disturbance, 'id'>> =>
  fc
    .record(
      {
        effect: effects(),
        on: fc.record({ role: fc.constantFrom('api', 'storage') }, { requiredKeys: [] }),
        skip: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 3 })),
        count: fc.oneof({ weight: 2, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 6 })),
      },
      { requiredKeys: ['effect', 'on', 'skip'] },
    )
    .map((given) => given as Omit<Disturbance, 'id'>)
