import fc from 'fast-check'
import { type Disturbance, type Effect, errorShapes } from '../../mocks/world/disturbance.ts'

/** What has rules of its own comes more often than what is merely refused. */
const statuses = [429, 429, 503, 503, 500, 502, 504, 408, 425, 401, 403, 404, 400, 422, 422] as const

const refusals = (): fc.Arbitrary<Effect> =>
  fc
    .record(
      {
        status: fc.constantFrom(...statuses),
        retryAfterSeconds: fc.constantFrom(0, 1, 2, 30, 60, 3600),
        told: fc.constantFrom('header', 'date', 'body', 'untold'),
        shape: fc.constantFrom(...errorShapes),
      },
      { requiredKeys: ['status', 'told'] },
    )
    .map((given): Effect => ({ kind: 'status', ...given }))

/** The connection breaks, or nothing comes of it. */
const cuts = [
  { kind: 'reset', at: 'before-headers' },
  { kind: 'reset', at: 'mid-body' },
  { kind: 'truncate' },
  { kind: 'silence' },
] as const satisfies readonly Effect[]

/** Slow enough that a short link dies on the way, or that nobody waits so long. */
const delays = [
  { kind: 'slow-headers', ms: 1 },
  { kind: 'slow-headers', ms: 999 },
  { kind: 'slow-headers', ms: 1000 },
  { kind: 'slow-headers', ms: 2001 },
  { kind: 'slow-headers', ms: 7000 },
  { kind: 'slow-headers', ms: 900_000 },
  { kind: 'trickle', bytesPerSecond: 1 },
  { kind: 'trickle', bytesPerSecond: 100 },
  { kind: 'trickle', bytesPerSecond: 1000 },
  { kind: 'trickle', bytesPerSecond: 8000 },
] as const satisfies readonly Effect[]

/** Something in between answers in place of the vendor. */
const allPages = [
  { kind: 'body', as: 'html', status: 200 },
  { kind: 'body', as: 'xml', status: 200 },
  { kind: 'body', as: 'empty', status: 200 },
  { kind: 'body', as: 'malformed-json', status: 200 },
  { kind: 'body', as: 'other-json', status: 200 },
  { kind: 'body', as: 'html', status: 502 },
  { kind: 'body', as: 'empty', status: 503 },
  { kind: 'body', as: 'other-json', status: 404 },
  { kind: 'body', as: 'html', status: 404 },
  { kind: 'body', as: 'xml', status: 403 },
  { kind: 'body', as: 'empty', status: 401 },
  { kind: 'content-type', to: 'text/plain' },
  { kind: 'content-type', to: 'application/octet-stream' },
] as const satisfies readonly Effect[]

const redirects = [
  { kind: 'redirect', to: 'same-origin' },
  { kind: 'redirect', to: 'other-origin' },
] as const satisfies readonly Effect[]

/** Other bytes than a resumed download counts on. */
const allSurprises = [
  { kind: 'other-bytes', as: 'whole' },
  { kind: 'other-bytes', as: 'elsewhere' },
  { kind: 'other-bytes', as: 'replaced' },
] as const satisfies readonly Effect[]

/** What only an API's answer can show. */
const allNovelties = [
  { kind: 'new-fields' },
  { kind: 'null-metadata' },
  { kind: 'unknown-status' },
  { kind: 'hollow', as: 'success-false' },
  { kind: 'hollow', as: 'no-data' },
] as const satisfies readonly Effect[]

/** One of the answers that come from something in between. */
export const pages = (): fc.Arbitrary<Effect> => fc.constantFrom(...allPages)

/** One of the ways in which storage sends other bytes. */
export const surprises = (): fc.Arbitrary<Effect> => fc.constantFrom(...allSurprises)

/** One of what only an API's answer can show. */
export const novelties = (): fc.Arbitrary<Effect> => fc.constantFrom(...allNovelties)

const common = (): readonly fc.Arbitrary<Effect>[] => [
  refusals(),
  fc.constantFrom(...cuts),
  fc.constantFrom(...delays),
  pages(),
]

/** What may go wrong with a request to a role: each meets what it can show. */
export const effectsOn = (role: 'api' | 'storage'): fc.Arbitrary<Effect> =>
  role === 'api'
    ? fc.oneof(
        { weight: 2, arbitrary: refusals() },
        { weight: 5, arbitrary: novelties() },
        { weight: 1, arbitrary: fc.constant<Effect>({ kind: 'silence' }) },
        { weight: 3, arbitrary: fc.constantFrom(...redirects) },
        ...common(),
      )
    : fc.oneof(
        { weight: 2, arbitrary: fc.constant<Effect>({ kind: 'die-early' }) },
        { weight: 2, arbitrary: pages() },
        fc.constantFrom(...redirects),
        surprises(),
        ...common(),
      )

type On = Disturbance['on']

/** An effect with the requests it is meant for: each role meets what it can show, sometimes both meet the same. */
const aims = (): fc.Arbitrary<{ readonly effect: Effect; readonly on: On }> => {
  const at = (on: On, effects: fc.Arbitrary<Effect>) => effects.map((effect) => ({ effect, on }))
  return fc.oneof(
    { weight: 3, arbitrary: at({ role: 'api' }, effectsOn('api')) },
    { weight: 3, arbitrary: at({ role: 'storage' }, effectsOn('storage')) },
    { weight: 1, arbitrary: at({}, fc.oneof(...common())) },
  )
}

/** How many requests meet it: one, fewer than a client tries, more than it tries, every so many, or all. */
export const extents = (): fc.Arbitrary<Pick<Disturbance, 'count' | 'every'>> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({ count: 1 }) },
    { weight: 3, arbitrary: fc.constantFrom(2, 3, 6).map((count) => ({ count })) },
    { weight: 1, arbitrary: fc.constantFrom(2, 3).map((every) => ({ every })) },
    { weight: 2, arbitrary: fc.constant({}) },
  )

/** Trouble for some requests, without the id that a world or a step gives it. */
export const troubles = (): fc.Arbitrary<Omit<Disturbance, 'id'>> =>
  fc
    .tuple(
      aims(),
      fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 3 })),
      extents(),
    )
    .map(([aim, skip, extent]) => ({ ...aim, skip, ...extent }))
