import { describe, expect, it } from 'vitest'
import { moveSession } from '../../mocks/clock-verbs.ts'
import { type Backend, createBackend } from '../../mocks/sandboxes.ts'
import { accessKeyIdOf } from '../../mocks/world/grant.ts'
import { parseWorld } from '../../mocks/world/world.ts'
import { aBackend, origins, startedAt } from './a-backend.ts'
import { askOsvi, getting, jsonIn, linkIn, osviKey, osviPath, play } from './asking.ts'

/** Makes sandboxes that can be told apart by what time it is in them. */
const withTimes = async (backend: Backend, ...names: readonly string[]): Promise<void> => {
  for (const [index, name] of names.entries())
    await moveSession(backend.session(name), 'set', startedAt + (index + 1) * 3_600_000)
}

const hourIn = (response: { readonly headers: Readonly<Record<string, string>> }): number =>
  (Date.parse(response.headers.date ?? '') - startedAt) / 3_600_000

describe('which sandbox a request belongs to', () => {
  const given: readonly (readonly [
    what: string,
    path: string,
    headers: Record<string, string>,
    hour: number,
  ])[] = [
    ['none named', '', {}, 0],
    ['a prefix', '/~ann', {}, 1],
    ['a prefix with its tilde encoded', '/%7Eann', {}, 1],
    ['a header', '', { 'x-playhead-sandbox': 'bob' }, 2],
    ['a prefix before a header', '/~ann', { 'x-playhead-sandbox': 'bob' }, 1],
    ['the name default', '/~default', {}, 0],
  ]
  it.each(given)('%s', async (_, prefix, headers, hour) => {
    const { backend } = aBackend()
    await withTimes(backend, 'ann', 'bob')
    for (const below of ['', '/osvi'])
      expect(
        hourIn(await askOsvi(backend, 'playable', `${prefix}${below}`, { ...osviKey, ...headers })),
      ).toBe(hour)
  })

  it('is told of a link by its own signer, wherever it is asked', async () => {
    const { backend } = aBackend()
    await withTimes(backend, 'ann', 'bob')
    const link = linkIn(await askOsvi(backend, 'playable', '/~ann'))
    expect(link).toContain(accessKeyIdOf('ann'))
    for (const headers of [{}, { 'x-playhead-sandbox': 'bob' }]) {
      const played = await play(backend, link, headers)
      expect([played.status, hourIn(played)]).toEqual([200, 1])
    }
    expect((await play(backend, `/~ann${link}`)).status).toBe(200)
    // In a sandbox that did not sign it the key id is of nobody.
    await moveSession(backend.session('bob'), 'set', startedAt + 3_600_000)
    const elsewhere = await play(backend, `/~bob${link}`)
    expect(elsewhere.status).toBe(403)
    expect(elsewhere.body).toContain('<Code>InvalidAccessKeyId</Code>')
  })

  it('is the default one of a link that some other signer signed', async () => {
    const { backend } = aBackend()
    const link = linkIn(await askOsvi(backend)).replace(accessKeyIdOf('default'), accessKeyIdOf('../x'))
    expect((await play(backend, link)).body).toContain('<Code>InvalidAccessKeyId</Code>')
    expect(await backend.sandboxes()).toEqual(['default'])
  })

  it.each(['Ann', '-ann', 'a_b', 'a'.repeat(33), '', '..', '%2e'])('refuses the name %j', async (name) => {
    const { backend } = aBackend()
    for (const origin of ['api', 'storage'] as const) {
      const response = await backend.answer(
        origin,
        getting(`/~${name}${osviPath('playable')}`, { origin: 'http://a' }),
      )
      expect(response.status).toBe(400)
      expect(jsonIn(response)).toMatchObject({ error: { code: 'bad-sandbox', cure: expect.any(String) } })
      expect(response.headers['access-control-allow-origin']).toBe('*')
    }
    expect((await askOsvi(backend, 'playable', '', { ...osviKey, 'x-playhead-sandbox': name })).status).toBe(
      400,
    )
    expect(await backend.sandboxes()).toEqual([])
  })

  it('is of no matter to a preflight', async () => {
    const { backend } = aBackend()
    const ask = { origin: 'http://a', 'access-control-request-method': 'GET' }
    const answers = await Promise.all(
      ['', '/~ann'].map((prefix) =>
        backend.answer('api', getting(`${prefix}${osviPath('playable')}`, ask, 'OPTIONS')),
      ),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.status).toBe(204)
  })
})

describe('sandboxes', () => {
  it('never meet: each has its own time, journal and world', async () => {
    const { backend } = aBackend()
    const links = [
      linkIn(await askOsvi(backend, 'playable', '/~ann')),
      linkIn(await askOsvi(backend, 'playable', '/~bob')),
    ]
    await moveSession(backend.session('ann'), 'advance', '15m')
    const played = await Promise.all(links.map((link) => play(backend, link)))
    expect(played.map(({ status }) => status)).toEqual([403, 200])
    expect(await backend.session('ann').journal()).toHaveLength(2)
    expect(await backend.session('default').journal()).toEqual([])
  })

  it('begin as they are told to, when they are first used', async () => {
    const world = parseWorld({ accounts: [], calls: [{ ref: 'c1' }] })
    const { backend, clock } = aBackend({ start: { world, at: 5000, freeze: true } })
    clock.pass(60_000)
    expect(await backend.session('ann').state()).toMatchObject({ world, scenario: 'custom' })
    clock.pass(60_000)
    expect(await backend.session('ann').now()).toBe(5000)
  })

  it('lay a scenario out around the instant of their first use, with the seed given', async () => {
    const { backend, clock } = aBackend({ start: { scenario: 'expired', seed: 7 } })
    clock.pass(86_400_000)
    const { world, scenario } = await backend.session().state()
    const [segment] = world.calls.find(({ ref }) => ref === 'playable')?.segments ?? []
    expect([scenario, world.seed]).toEqual(['expired', 7])
    expect(segment?.startedAt).toBe(startedAt + 86_400_000 - 3_600_000)
  })

  it('give the same bytes for the same start and the same requests', async () => {
    const answers = await Promise.all([1, 2].map(async () => askOsvi(aBackend().backend)))
    expect(answers[0]).toEqual(answers[1])
  })

  it('begin anew after they were removed', async () => {
    const { backend } = aBackend()
    await withTimes(backend, 'ann')
    await backend.remove('ann')
    expect(await backend.sandboxes()).toEqual([])
    expect(hourIn(await askOsvi(backend, 'playable', '/~ann'))).toBe(0)
  })

  it('keep a redirect to the same origin within themselves', async () => {
    const { backend } = aBackend()
    await backend.session('ann').change(({ world }) => ({
      world: {
        ...world,
        disturbances: [{ id: 'd', effect: { kind: 'redirect', to: 'same-origin' }, on: {}, skip: 0 }],
      },
    }))
    const response = await askOsvi(backend, 'playable', '/~ann')
    expect(response.headers.location).toBe(`/~ann${osviPath('playable')}`)
  })
})

describe('credentials minted for a sandbox', () => {
  it('let in and lead there by themselves, and no further', async () => {
    const { backend } = aBackend()
    await withTimes(backend, 'ann')
    const { osvi = '' } = await backend.mint('ann')
    expect(osvi).toMatch(/^[a-z0-9]{16}$/)
    const answer = await askOsvi(backend, 'playable', '', { 'api-token': osvi })
    expect([answer.status, hourIn(answer)]).toEqual([200, 1])
    expect((await askOsvi(backend, 'playable', '/~ann', { 'api-token': osvi })).status).toBe(200)
    expect((await askOsvi(backend, 'playable', '/~bob', { 'api-token': osvi })).status).toBe(401)
    // It stands for the default account: another account's call is none of its business.
    expect((await askOsvi(backend, 'foreign', '', { 'api-token': osvi })).status).toBe(404)
  })

  it('are told by each vendor in its own header', async () => {
    const { backend } = aBackend()
    await withTimes(backend, 'ann')
    const minted = await backend.mint('ann')
    const asked = {
      quo: ['/v1/call-recordings/ACplayable', { authorization: minted.quo }],
      envoy: [
        '/api/v1/calls/call_00000000-0000-4000-8000-000000000001/recording',
        { authorization: `Bearer ${minted.envoy}` },
      ],
      feather: [
        '/v1/voice/recordings/00000000-0000-4000-8000-000000000001/playback-url',
        { 'x-api-key': minted.feather },
      ],
    } as const
    for (const [path, headers] of Object.values(asked)) {
      const answer = await backend.answer('api', getting(path, headers as Record<string, string>))
      expect([answer.status, hourIn(answer)]).toEqual([200, 1])
    }
  })

  it('are an ending of the short code where a vendor asks for no key, and are repeated as asked', async () => {
    const { backend } = aBackend()
    await withTimes(backend, 'ann')
    const { voqo: ending } = await backend.mint('ann')
    const code = `playable-${ending}`
    for (const path of [`/public/recordings/${code}`, `/voqo/public/recordings/${code}/replies`]) {
      const answer = await backend.answer('api', getting(path))
      expect([answer.status, hourIn(answer), jsonIn(answer).shortCode]).toEqual([200, 1, code])
    }
    expect(
      (await backend.answer('api', getting(`/public/recordings/playable-${'b'.repeat(16)}`))).status,
    ).toBe(404)
  })

  it('are in no journal', async () => {
    const { backend } = aBackend()
    const minted = await backend.mint('ann')
    await askOsvi(backend, 'playable', '', { 'api-token': minted.osvi ?? '' })
    await backend.answer('api', getting(`/public/recordings/playable-${minted.voqo}`))
    const entries = await backend.session('ann').journal()
    expect(entries).toHaveLength(2)
    for (const secret of Object.values(minted)) expect(JSON.stringify(entries)).not.toContain(secret)
  })

  it("are as good as the default account's own key, whatever the world makes of it", async () => {
    const { backend } = aBackend({ start: { scenario: 'unauthorized' } })
    const { osvi = '' } = await backend.mint('ann')
    const own = await askOsvi(backend, 'playable', '/~ann')
    expect((await askOsvi(backend, 'playable', '', { 'api-token': osvi })).status).toBe(own.status)
  })

  it('end with the sandbox', async () => {
    const { backend } = aBackend()
    const { osvi = '' } = await backend.mint('ann')
    await backend.remove('ann')
    expect((await askOsvi(backend, 'playable', '', { 'api-token': osvi })).status).toBe(401)
  })

  it("are never the same twice, with the platform's own randomness", async () => {
    const backend = createBackend({ origins })
    const all = [...Object.values(await backend.mint('ann')), ...Object.values(await backend.mint('ann'))]
    expect(new Set(all).size).toBe(all.length)
  })
})
