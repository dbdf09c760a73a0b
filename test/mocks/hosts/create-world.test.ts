import { expect, test } from 'vitest'
import { createWorld } from '../../../mocks/hosts/create-world.ts'

const at = '2026-01-31T09:00:00Z'

/** Asks OSVI of a world for a call, as an app would. */
const asked = async ({ fetch, vendors }: Awaited<ReturnType<typeof createWorld>>, ref: string) => {
  const { baseUrl = '', headers = {}, refs = {} } = vendors.osvi ?? {}
  const response = await fetch(`${baseUrl}/v1/call/${refs[ref]}/recording`, { headers })
  const body: unknown = await response.json()
  return { status: response.status, body }
}

const urlIn = (body: unknown): string => /https:[^"]+/.exec(JSON.stringify(body))?.[0] ?? ''

test('a world has every ref where nothing else is said', async () => {
  const world = await createWorld()
  expect(Object.keys(world.vendors)).toEqual(['quo', 'osvi', 'envoy', 'feather', 'voqo'])
  expect((await asked(world, 'playable')).status).toBe(200)
  expect((await asked(world, 'missing')).status).toBe(404)
  expect((await world.journal()).length).toBe(2)
})

test('its clock moves when it is told to, and a link dies to the millisecond', async () => {
  const world = await createWorld({ at, calls: { intro: { status: 'completed' } } })
  const url = urlIn((await asked(world, 'intro')).body)
  await world.clock.advance('14m')
  await world.clock.advance(59_999)
  expect((await world.fetch(url)).status).toBe(200)
  await world.clock.advance(1)
  expect((await world.fetch(url)).status).toBe(403)
  await world.clock.rewind(1)
  expect((await world.fetch(url)).status).toBe(200)
  await world.clock.set(at)
  expect(await world.clock.now()).toBe(Date.parse(at))
})

test('a call changes as it was sketched', async () => {
  const changes = [{ at: '+10m', to: 'completed' as const }]
  const world = await createWorld({ at, calls: { later: { status: { initially: 'processing', changes } } } })
  expect((await asked(world, 'later')).status).toBe(404)
  expect((await world.clock.next()).iso).toBe('2026-01-31T09:10:00.000Z')
  expect((await asked(world, 'later')).status).toBe(200)
})

test('a call has the ids and the sound that it was given', async () => {
  const id = '00000000-0000-4000-8000-0000000000aa'
  const segments = [{ id: 'CRmine', status: 'completed', durationSeconds: 12, type: 'audio/mp4' }]
  const world = await createWorld({ at, calls: { mine: { ids: { osvi: id, quo: 'ACmine' }, segments } } })
  expect([world.vendors.osvi?.refs.mine, world.vendors.quo?.refs.mine]).toEqual([id, 'ACmine'])
  const sound = await world.fetch(urlIn((await asked(world, 'mine')).body))
  expect(sound.headers.get('content-type')).toBe('audio/mp4')
  const { baseUrl = '', headers = {} } = world.vendors.quo ?? {}
  const told = await (await world.fetch(`${baseUrl}/v1/call-recordings/ACmine`, { headers })).json()
  expect(told.data[0]).toMatchObject({ duration: 12, type: 'audio/mp4' })
})

test('trouble comes as it was laid in', async () => {
  const disturbances = [{ id: 'reset', count: 1, effect: { kind: 'reset', at: 'before-headers' } }]
  const world = await createWorld({ at, calls: { intro: { status: 'completed' } }, world: { disturbances } })
  await expect(asked(world, 'intro')).rejects.toThrow(TypeError)
  expect((await asked(world, 'intro')).status).toBe(200)
})

test('the same world at the same instant is the same to the byte', async () => {
  const make = () => createWorld({ at, seed: 7, calls: { intro: { status: 'completed' } } })
  const [one, other] = await Promise.all([make(), make()])
  expect(await asked(one, 'intro')).toEqual(await asked(other, 'intro'))
})

test('what nobody in it answers is refused, and so is a world that cannot be', async () => {
  const { fetch } = await createWorld()
  await expect(fetch('https://example.com/')).rejects.toMatchObject({ code: 'not-intercepted' })
  await expect(createWorld({ scenario: 'falky' })).rejects.toMatchObject({ code: 'unknown-scenario' })
  await expect(createWorld({ calls: { c: { status: 'done' as 'failed' } } })).rejects.toMatchObject({
    code: 'bad-world',
  })
})
