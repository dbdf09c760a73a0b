import fc from 'fast-check'
import { troubles } from '../../../contracts/arbitraries/disturbances.ts'
import { worlds } from '../../../contracts/arbitraries/worlds.ts'
import { answerControl } from '../../../mocks/control/answer.ts'
import { controlRoutes } from '../../../mocks/control/route.ts'
import type { Backend } from '../../../mocks/sandboxes.ts'
import { ask } from '../../../mocks/vendors/ask.ts'
import { idOf } from '../../../mocks/vendors/lookup.ts'
import { aBackend } from '../a-backend.ts'
import { mangledJson } from '../arbitraries/mangled-json.ts'
import { hostileTexts, mangledTexts } from '../arbitraries/texts.ts'
import { checkAnswer } from '../check-answer.ts'
import { checkRefusal } from '../refused-by.ts'
import { defineTarget, nothingToClose } from '../target.ts'

/** One control request. */
interface Told {
  readonly method: string
  readonly path: string
  readonly body: string | undefined
}

const verbs = ['advance', 'set', 'next', 'rewind', 'freeze', 'resume', 'speed', 'reset']
const values = [
  '15m',
  '-1s',
  '1h30m',
  900_000,
  -1,
  0,
  '2026-01-31T09:00:00Z',
  '253402300799999',
  '9999w',
  1e308,
  '60',
  '',
]

const moves = fc.record({ verb: fc.constantFrom(...verbs), value: fc.constantFrom(...values) })

/** A world as somebody writes it, who leaves out what is filled in. */
const written = fc.constant({
  seed: 7,
  calls: [
    {
      ref: 'support-call',
      ids: { quo: 'ACsupport', voqo: 'support1' },
      segments: [
        {
          id: 'CRone',
          startedAt: '-10m',
          durationSeconds: 42.5,
          type: 'audio/mp4',
          status: { initially: 'processing', changes: [{ at: '+2m', to: 'completed' }] },
        },
      ],
      replies: [{ id: 'SM1', from: '+15550100001', body: 'Thanks!', at: '+30s' }],
    },
  ],
  population: { count: 1000 },
  disturbances: [
    { id: 'outage', on: { vendor: 'osvi' }, from: '+5m', effect: { kind: 'status', status: 503 } },
  ],
  lifetimes: { quo: 120 },
  storage: { osvi: 'gcs', envoy: 'plain' },
})

const bodies = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    moves,
    worlds({ various: true }),
    written,
    troubles(),
    fc.constantFrom({ name: 'rate-limited' }, { name: 'google-storage' }, { name: 'ann' }, {}),
  )

const paths = controlRoutes.map(({ path }) => path.replace(/\{[^}]+\}/, 'playable'))

const told = (): fc.Arbitrary<Told> =>
  fc.record({
    method: fc.constantFrom('GET', 'POST', 'POST', 'PUT', 'PUT', 'DELETE', 'PATCH'),
    path: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...paths) },
      { weight: 2, arbitrary: mangledTexts(fc.constantFrom(...paths, '/__playhead/journal?after=4')) },
      hostileTexts().map((name) => `/~${name}/__playhead/clock`),
    ),
    body: fc.oneof(
      { weight: 4, arbitrary: mangledJson(bodies(), 2).map((json) => JSON.stringify(json)) },
      { weight: 1, arbitrary: mangledTexts(bodies().map((json) => JSON.stringify(json))) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
  })

/** A route together with a body that was meant for it: what is wrong with it is in the body alone. */
const meant = (): fc.Arbitrary<Told> => {
  const at = (method: string, path: string, right: fc.Arbitrary<unknown>): fc.Arbitrary<Told> =>
    mangledJson(right, 2).map((json) => ({ method, path: `/__playhead/${path}`, body: JSON.stringify(json) }))
  return fc.oneof(
    at('POST', 'clock', moves),
    { weight: 2, arbitrary: at('PUT', 'world', fc.oneof(written, worlds({ various: true }))) },
    at('POST', 'disturbances', troubles()),
  )
}

const sent = (backend: Backend, { method, path, body }: Told) =>
  answerControl(backend, {
    method,
    path,
    headers: {
      host: '127.0.0.1:4010',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  })

/** Whatever world came of it: vendors answer by it, and so does everything that shows it. */
const checkWorld = async (backend: Backend): Promise<void> => {
  const { world } = await backend.session().state()
  const calls = world.calls.slice(0, 2)
  for (const vendor of backend.vendors)
    for (const operation of vendor.operations)
      for (const call of calls) {
        const asked = ask(vendor, operation, idOf(vendor, world, call))
        checkAnswer(await backend.answer('api', asked), 'GET', { troubled: true })
      }
  const shown = [
    'clock',
    'boundaries',
    'world',
    'timeline',
    'journal',
    'usage',
    'vendors',
    ...calls.map(({ ref }) => `answers/${encodeURIComponent(ref)}`),
  ]
  for (const path of shown) {
    const { status, body } = await sent(backend, {
      method: 'GET',
      path: `/__playhead/${path}`,
      body: undefined,
    })
    if (status !== 200) throw new Error(`Then GET ${path} is ${status}: ${body?.slice(0, 500)}`)
    JSON.parse(body ?? '')
  }
}

export const control = defineTarget<readonly Told[]>({
  name: 'control',
  says: 'Whatever the control API is told: it does it or says why not, and whatever came of it can be asked and shown.',
  share: 30,
  inputs: () => fc.array(fc.oneof(told(), meant()), { minLength: 1, maxLength: 3 }),
  open: () => ({
    run: async (all) => {
      const backend = aBackend()
      let taken = false
      for (const one of all) {
        const before = JSON.stringify(await backend.session().state())
        const { status, body, events } = await sent(backend, one)
        if (status >= 500) throw new Error(`The status is ${status}: ${body}`)
        if (events) continue
        if (status < 400) taken ||= one.method !== 'GET'
        else {
          checkRefusal(JSON.parse(body ?? '').error)
          if (JSON.stringify(await backend.session().state()) !== before)
            throw new Error('What was refused has changed the session.')
        }
      }
      if (taken) await checkWorld(backend)
      return taken ? 'taken' : 'refused'
    },
    close: nothingToClose,
  }),
})
