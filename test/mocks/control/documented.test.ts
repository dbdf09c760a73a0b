import { describe, expect, it } from 'vitest'
import { schemas } from '../../../generated/playhead/schemas.ts'
import { thisMachine } from '../../../mocks/control/admission.ts'
import type { ControlOperation } from '../../../mocks/control/define.ts'
import { handlers } from '../../../mocks/control/index.ts'
import { controlRoutes } from '../../../mocks/control/route.ts'
import { tokenOf } from '../../../mocks/control/token.ts'
import { accepts } from '../../generated/accepts.ts'
import { aBackend } from '../a-backend.ts'
import { askOsvi, linkIn, play } from '../asking.ts'
import { type Control, control, jsonOf } from './asking-control.ts'

const longWorld = {
  accounts: [{ id: 'default', keys: [] }],
  calls: [{ ref: 'c1', segments: [{ id: 's', status: 'completed' }] }],
}
const trouble = { effect: { kind: 'status', status: 503 }, on: { vendor: 'osvi' }, count: 2 }

/** One way to ask each operation that its document answers with a 2xx; what is left out is a bare GET. */
const asks: Record<
  ControlOperation,
  { readonly at: string; readonly send?: Control; readonly status?: number }
> = {
  getHealth: { at: '/health' },
  getVendors: { at: '/vendors' },
  getClock: { at: '/clock' },
  moveClock: { at: '/clock', send: { json: { verb: 'advance', value: '15m' } } },
  getBoundaries: { at: '/boundaries' },
  getTimeline: { at: '/timeline' },
  getAnswers: { at: '/answers/playable' },
  getUsage: { at: '/usage' },
  getExhibit: { at: '/exhibit' },
  getWorld: { at: '/world' },
  putWorld: { at: '/world', send: { method: 'PUT', json: longWorld } },
  getScenarios: { at: '/scenarios' },
  putScenario: { at: '/scenario', send: { method: 'PUT', json: { name: 'segments' } } },
  getDisturbances: { at: '/disturbances' },
  addDisturbance: { at: '/disturbances', send: { json: trouble }, status: 201 },
  removeDisturbance: { at: '/disturbances/old', send: { method: 'DELETE' } },
  removeDisturbances: { at: '/disturbances', send: { method: 'DELETE' } },
  getJournal: { at: '/journal?after=1' },
  clearJournal: { at: '/journal', send: { method: 'DELETE' } },
  getSandboxes: { at: '/sandboxes' },
  addSandbox: { at: '/sandboxes', send: { json: { name: 'bob' } }, status: 201 },
  removeSandbox: { at: '/sandboxes/ann', send: { method: 'DELETE' } },
}

/** A backend in which there is something of everything. */
const livelyBackend = async () => {
  const { backend } = aBackend()
  await play(backend, linkIn(await askOsvi(backend)), { range: 'bytes=0-9' })
  await askOsvi(backend, 'missing', '/~ann')
  await control(backend, '/disturbances', { json: { ...trouble, id: 'old', from: 5, until: 6 } })
  await askOsvi(backend)
  return backend
}

const schemaOf = (id: ControlOperation, status: number): object => {
  const found = Object.entries(schemas[id]).find(([documented]) => documented === String(status))
  if (!found) throw new Error(`${id} documents no ${status}`)
  return found[1].schema
}

describe('every documented control route', () => {
  it('has a handler and is asked here', () => {
    const ids = controlRoutes.map(({ id }) => id).toSorted()
    expect(Object.keys(handlers).toSorted()).toEqual(ids)
    expect(Object.keys(asks).toSorted()).toEqual(ids)
  })

  it.each(controlRoutes.map(({ id, method, path }) => [id, method, path] as const))(
    '%s answers as its document says: %s %s',
    async (id) => {
      const { at, send = {}, status = 200 } = asks[id]
      const response = await control(await livelyBackend(), at, send)
      expect(response.status).toBe(status)
      expect(response.headers['content-type']).toBe('application/json')
      expect(accepts(schemaOf(id, status), jsonOf(response))).toBe(true)
    },
  )

  it.each(controlRoutes.filter(({ takesBody }) => takesBody).map(({ id }) => id))(
    '%s refuses what is no JSON, of another type or of another shape, and changes nothing',
    async (id) => {
      const backend = await livelyBackend()
      const { at, send } = asks[id]
      const before = [await backend.session().state(), await backend.sandboxes()]
      const given: readonly (readonly [number, Control])[] = [
        [400, { ...send, json: undefined, body: '{"verb": ' }],
        [400, { ...send, json: undefined, body: '' }],
        [400, { ...send, json: [] }],
        [400, { ...send, json: null }],
        [400, { ...send, json: { nonsense: true } }],
        [415, { ...send, headers: { 'content-type': 'text/plain' } }],
        [415, { ...send, headers: { 'content-type': 'application/jsonp' } }],
      ]
      for (const [status, sent] of given) {
        const response = await control(backend, at, sent)
        expect([response.status, sent]).toEqual([status, sent])
        expect(accepts(schemaOf(id, status), jsonOf(response))).toBe(true)
      }
      expect([await backend.session().state(), await backend.sandboxes()]).toEqual(before)
    },
  )

  it.each(controlRoutes.map(({ id, method, path }) => [id, method, path] as const))(
    '%s answers nobody under another name: %s %s',
    async (id) => {
      const { at, send = {} } = asks[id]
      const response = await control(await livelyBackend(), at, {
        ...send,
        headers: { 'content-type': 'application/json', host: 'evil.example' },
      })
      expect(response.status).toBe(421)
      expect(accepts(schemaOf(id, 421), jsonOf(response))).toBe(true)
    },
  )

  it.each(controlRoutes.map(({ id, method, path }) => [id, method, path] as const))(
    '%s answers neither a page of another site nor one without the token: %s %s',
    async (id) => {
      const { at, send = {} } = asks[id]
      const backend = await livelyBackend()
      const foreign = await control(backend, at, { ...send, headers: { origin: 'https://evil.example' } })
      const admission = { ...thisMachine, token: tokenOf('an-open-secret-of-tests') }
      const unknown = await control(backend, at, { ...send, admission })
      expect([foreign.status, unknown.status]).toEqual([403, 401])
      expect(accepts(schemaOf(id, 403), jsonOf(foreign))).toBe(true)
      expect(accepts(schemaOf(id, 401), jsonOf(unknown))).toBe(true)
    },
  )

  it.each(['/~-/__playhead/clock', '/~A/__playhead/sandboxes'])('refuses the sandbox of %s', async (path) => {
    expect((await control(aBackend().backend, path)).status).toBe(400)
  })
})

describe('what is not documented', () => {
  const given: readonly (readonly [method: string, path: string, status: number, cure: string])[] = [
    ['GET', '/clok', 404, 'The nearest is GET /__playhead/clock.'],
    ['PUT', '/scenarioo', 404, 'The nearest is PUT /__playhead/scenario.'],
    ['HEAD', '/', 404, 'The nearest is GET /__playhead/'],
    ['GET', '/clock/now', 404, 'The nearest is GET /__playhead/clock.'],
    ['GET', '/disturbances/', 404, 'The nearest is GET /__playhead/disturbances.'],
    ['PATCH', '/clock', 405, 'Use GET, POST.'],
    ['HEAD', '/clock', 405, 'Use GET, POST.'],
    ['OPTIONS', '/clock', 405, 'Use GET, POST.'],
  ]
  it.each(given)('%s %s is a %i that helps', async (method, path, status, cure) => {
    const response = await control(aBackend().backend, path, { method })
    expect(response.status).toBe(status)
    expect(jsonOf(response)).toMatchObject({ error: { cure: expect.stringContaining(cure) } })
    expect(response.headers).not.toHaveProperty('access-control-allow-origin')
  })
})
