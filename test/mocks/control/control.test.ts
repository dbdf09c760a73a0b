import { describe, expect, it } from 'vitest'
import { isControl } from '../../../mocks/control/answer.ts'
import { aBackend, origins, startedAt } from '../a-backend.ts'
import { askOsvi, getting, linkIn, osviPath, play } from '../asking.ts'
import { control, jsonOf } from './asking-control.ts'

describe('the control API', () => {
  it.each([
    ['/__playhead', true],
    ['/__playhead/clock', true],
    ['/~ann/__playhead/clock?a=1', true],
    ['/%7eann/__playhead', true],
    ['/__playheads', false],
    ['/v1/__playhead', false],
    ['/osvi/__playhead', false],
  ])('%s is its own: %j', (path, wanted) => {
    expect(isControl(path)).toBe(wanted)
  })

  it('drives the sandbox that is named, and no other', async () => {
    const { backend } = aBackend()
    const ahead = { json: { verb: 'advance', value: '1h' } }
    await control(backend, '/~ann/__playhead/clock', ahead)
    await control(backend, '/clock', { json: { verb: 'freeze' }, headers: { 'x-playhead-sandbox': 'bob' } })
    expect(jsonOf(await control(backend, '/clock'))).toMatchObject({ now: startedAt, mode: 'running' })
    expect(jsonOf(await control(backend, '/~ann/__playhead/clock'))).toMatchObject({
      now: startedAt + 3_600_000,
    })
    expect(jsonOf(await control(backend, '/~bob/__playhead/clock'))).toMatchObject({ mode: 'frozen' })
  })

  it('gives back a world that can be put elsewhere as it is', async () => {
    const { backend } = aBackend({ start: { scenario: 'segments' } })
    const exported = jsonOf(await control(backend, '/world'))
    const imported = await control(backend, '/~ann/__playhead/world', { method: 'PUT', json: exported })
    expect(jsonOf(imported)).toEqual(exported)
    expect(await backend.session('ann').state()).toMatchObject({ scenario: 'custom' })
  })

  it('takes a world as somebody writes it: instants from now, the rest filled in', async () => {
    const { backend } = aBackend()
    const now = await backend.session().now()
    const segments = [
      { id: 's1', status: { initially: 'processing', changes: [{ at: '+2m', to: 'completed' }] } },
    ]
    const put = await control(backend, '/world', {
      method: 'PUT',
      json: { calls: [{ ref: 'c1', segments }] },
    })
    expect(jsonOf(put)).toMatchObject({
      accounts: [{ id: 'default' }, { id: 'foreign' }],
      calls: [{ segments: [{ status: { changes: [{ at: now + 120_000, to: 'completed' }] } }] }],
    })
  })

  const badWorlds = [
    { accounts: [] },
    { accounts: [], calls: [{ ref: 'a' }, { ref: 'a' }] },
    { accounts: [], calls: [{ ref: 'a', segments: [{ id: 's', status: 'gone' }] }] },
    { accounts: [], calls: [], surprise: true },
  ]
  it.each(badWorlds)('refuses the world %j and keeps the one that stands', async (json) => {
    const { backend } = aBackend()
    await askOsvi(backend)
    const before = await backend.session().state()
    const response = await control(backend, '/world', { method: 'PUT', json })
    expect(response.status).toBe(400)
    expect(jsonOf(response)).toMatchObject({ error: { code: 'bad-world', act: expect.any(String) } })
    expect(await backend.session().state()).toEqual(before)
    expect(await backend.session().journal()).toHaveLength(1)
  })

  it("puts a scenario in place around the clock's now, with nothing left of the old world", async () => {
    const { backend } = aBackend()
    await askOsvi(backend)
    await control(backend, '/clock', { json: { verb: 'advance', value: '30d' } })
    const answer = jsonOf(await control(backend, '/scenario', { method: 'PUT', json: { name: 'deleted' } }))
    expect(answer).toMatchObject({ current: 'deleted' })
    expect(await backend.session().journal()).toEqual([])
    expect((await askOsvi(backend)).status).toBe(404)
    const [, boundary] = [...(await backend.session().boundaries())].toReversed()
    expect(boundary).toBeGreaterThan(startedAt + 29 * 86_400_000)
  })

  it('knows no scenario by a wrong name, and says which is meant', async () => {
    const { backend } = aBackend()
    const response = await control(backend, '/scenario', { method: 'PUT', json: { name: 'procesing' } })
    expect(response.status).toBe(400)
    expect(jsonOf(response)).toMatchObject({
      error: { code: 'unknown-scenario', cure: expect.stringContaining('processing') },
    })
  })

  it('lays no scenario out where there is no time for it, and keeps the world that stands', async () => {
    const { backend } = aBackend()
    await control(backend, '/clock', { json: { verb: 'set', value: 0 } })
    const before = await backend.session().state()
    const response = await control(backend, '/scenario', { method: 'PUT', json: { name: 'valid' } })
    expect([response.status, jsonOf(response)]).toMatchObject([400, { error: { code: 'bad-instant' } }])
    expect(await backend.session().state()).toEqual(before)
  })

  it('arms a disturbance anew each time: arrivals are counted from then on', async () => {
    const { backend } = aBackend()
    const json = { effect: { kind: 'status', status: 503 }, on: { vendor: 'osvi' }, count: 1 }
    const statuses: number[] = []
    for (const _ of [1, 2]) {
      expect(jsonOf(await control(backend, '/disturbances', { json }))).toMatchObject({ id: 'd1' })
      for (const __ of [1, 2]) statuses.push((await askOsvi(backend)).status)
      await control(backend, '/disturbances/d1', { method: 'DELETE' })
    }
    expect(statuses).toEqual([503, 200, 503, 200])
  })

  it('keeps the counts of the others when one is disarmed', async () => {
    const { backend } = aBackend()
    const effect = { kind: 'status', status: 503 }
    await control(backend, '/disturbances', { json: { effect, skip: 1, count: 1 } })
    await control(backend, '/disturbances', { json: { effect, on: { vendor: 'quo' } } })
    const before = await askOsvi(backend)
    const left = jsonOf(await control(backend, '/disturbances/d2', { method: 'DELETE' }))
    expect(left).toMatchObject({ disturbances: [{ id: 'd1' }] })
    expect([before.status, (await askOsvi(backend)).status]).toEqual([200, 503])
    expect((await control(backend, '/disturbances/d2', { method: 'DELETE' })).status).toBe(404)
  })

  it.each([
    [{ effect: { kind: 'explode' } }, 'bad-body'],
    [{ effect: { kind: 'status', status: 200 } }, 'bad-body'],
    [{ id: 'a b', effect: { kind: 'silence' } }, 'bad-body'],
    [{ effect: { kind: 'silence' }, on: { vendor: 'osvy' } }, 'unknown-vendor'],
  ])('arms nothing for %j', async (json, code) => {
    const { backend } = aBackend()
    const response = await control(backend, '/disturbances', { json })
    expect([response.status, jsonOf(response)]).toMatchObject([400, { error: { code } }])
    expect((await backend.session().state()).world.disturbances).toEqual([])
  })

  it('clears the journal and keeps what is counted', async () => {
    const { backend } = aBackend()
    await control(backend, '/disturbances', { json: { effect: { kind: 'status', status: 503 }, count: 1 } })
    await askOsvi(backend)
    await control(backend, '/journal', { method: 'DELETE' })
    expect((await askOsvi(backend)).status).toBe(200)
    expect(jsonOf(await control(backend, '/journal'))).toMatchObject({ entries: [{ seq: 2 }] })
  })

  it.each(['-1', 'x', '1.5', '99999999999999999'])('reads no journal after %j', async (after) => {
    expect((await control(aBackend().backend, `/journal?after=${after}`)).status).toBe(400)
  })

  it('makes a sandbox whose keys play a recording with no sandbox named', async () => {
    const { backend } = aBackend()
    const made = await control(backend, '/sandboxes', { json: { name: 'ann' } })
    const { name, vendors } = JSON.parse(made.body ?? '')
    expect(name).toBe('ann')
    expect(vendors.osvi.headers['api-token']).toHaveLength(16)
    await control(backend, '/~ann/__playhead/clock', { json: { verb: 'advance', value: '1h' } })
    const asked = await askOsvi(backend, 'playable', '', vendors.osvi.headers)
    expect(Date.parse(asked.headers.date ?? '')).toBe(startedAt + 3_600_000)
    expect((await play(backend, linkIn(asked))).status).toBe(200)
    const code = vendors.voqo.refs.playable
    expect((await backend.answer('api', getting(`/public/recordings/${code}`))).status).toBe(200)
  })

  it('makes up a name where none is given, and drops a sandbox by its name', async () => {
    const { backend } = aBackend()
    const { name } = jsonOf(await control(backend, '/sandboxes', { json: {} }))
    expect(await backend.sandboxes()).toEqual([name])
    expect((await control(backend, `/sandboxes/${name}`, { method: 'DELETE' })).status).toBe(200)
    expect((await control(backend, `/sandboxes/${name}`, { method: 'DELETE' })).status).toBe(404)
  })

  it('tells how to reach each vendor through the door the sandbox is asked by', async () => {
    const { backend } = aBackend()
    for (const [at, prefix] of [
      ['/vendors', ''],
      ['/~ann/__playhead/vendors', '/~ann'],
    ] as const) {
      const ready = JSON.parse((await control(backend, at)).body ?? '')
      expect(ready).toMatchObject({ url: origins.api, storageUrl: origins.storage })
      expect(ready.vendors.osvi).toMatchObject({
        baseUrl: `${origins.api}${prefix}/osvi`,
        headers: { 'api-token': 'playhead-osvi-16' },
      })
      expect(`/osvi/v1/call/${ready.vendors.osvi.refs.missing}/recording`).toBe(`/osvi${osviPath('missing')}`)
    }
  })
})
