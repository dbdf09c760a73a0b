import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { redisStore } from '../../../mocks/stores/redis.ts'
import { parseWorld } from '../../../mocks/world/world.ts'
import { hasRedis, type RedisServer, startRedis } from '../../support/redis-server.ts'
import { boundsLaws, draft, stateOf, storeLaws } from './store-laws.ts'

describe.skipIf(!hasRedis)('on a Redis (skipped where there is none)', () => {
  let redis: RedisServer | undefined
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis?.close())
  let stores = 0
  const newPrefix = (): string => `test${++stores}:`
  const open = (prefix = newPrefix(), bounds = {}) => redisStore(redis?.url ?? '', { prefix, ...bounds })

  storeLaws('a store in Redis', () => open())

  it('shows what one server changes to all others at once', async () => {
    const prefix = newPrefix()
    const [one, two] = [open(prefix), open(prefix)]
    await one.change('ann', 0, stateOf('first'))
    const { version = 0 } = (await two.state('ann')) ?? {}
    expect(await two.touch('ann', version, { quotas: [], arrivals: ['d1'] }, 5)).toMatchObject({ version })
    await one.change('ann', version, stateOf('second'))
    const later = await two.touch('ann', version, { quotas: [], arrivals: ['d1'] }, 5)
    expect(later.version).toBeGreaterThan(version)
    expect(await two.state('ann')).toMatchObject({ scenario: 'second', version: later.version })
    await Promise.all([one.close(), two.close()])
  })

  it('counts exactly, however many servers count at once', async () => {
    const prefix = newPrefix()
    const servers = [1, 2, 3, 4].map(() => open(prefix))
    await servers[0]?.change('ann', 0, stateOf('first'))
    const { version = 0 } = (await servers[0]?.state('ann')) ?? {}
    const quota = { key: 'quo k', limit: 10, windowMs: 1000 }
    const touched = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        servers[index % 4]?.touch('ann', version, { quotas: [quota], arrivals: ['d1'] }, 5),
      ),
    )
    const used = touched.map((one) => one?.usage.accepted['quo k']?.length)
    expect(used.filter((count) => count !== undefined && count < 10)).toHaveLength(10)
    expect(touched.map((one) => one?.usage.arrivals.d1).toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 100 }, (_, index) => index),
    )
    await Promise.all(servers.map((server) => server.close()))
  })

  it('tells those who watch at one server of what happens at another', async () => {
    const prefix = newPrefix()
    const [one, two] = [open(prefix), open(prefix)]
    await one.change('ann', 0, stateOf('first'))
    const seen = Promise.withResolvers<number>()
    const stop = two.watch('ann', ({ seq }) => seen.resolve(seq))
    expect(await two.journal('ann')).toEqual([])
    await one.append('ann', draft)
    expect(await seen.promise).toBe(1)
    stop()
    await Promise.all([one.close(), two.close()])
  })

  it('neither writes nor reads a world again that stayed', async () => {
    const prefix = newPrefix()
    const [one, two] = [open(prefix), open(prefix)]
    await one.change('ann', 0, {
      ...stateOf('first'),
      world: parseWorld({ accounts: [], calls: [], seed: 9 }),
    })
    const first = await two.state('ann')
    if (!first) throw new Error('there is no state')
    expect(await two.change('ann', first.version, { ...first, scenario: 'second' })).toBe(true)
    const second = await two.state('ann')
    expect(second).toMatchObject({ scenario: 'second', world: { seed: 9 } })
    expect(second?.world).toBe(first.world)
    await Promise.all([one.close(), two.close()])
  })

  boundsLaws((bounds) => open(newPrefix(), bounds))

  it('says at once when Redis is away, and goes on when it is back', async () => {
    const own = await startRedis()
    const store = redisStore(own.url)
    await store.change('ann', 0, stateOf('first'))
    await own.kill()
    await expect(store.state('ann')).rejects.toMatchObject({ code: 'store-unreachable' })
    await own.again()
    await expect.poll(() => store.change('ann', 0, stateOf('again')).catch(() => false)).toBe(true)
    await store.close()
    await own.close()
  })

  it('says so when there never was one, without the password', async () => {
    const store = redisStore('redis://user:secret@127.0.0.1:1')
    await expect(store.state('ann')).rejects.toMatchObject({
      code: 'store-unreachable',
      act: expect.stringContaining('redis://127.0.0.1:1'),
    })
    await store.close()
  })

  it('takes none of its states for those of a Redis that has lost everything', async () => {
    const own = await startRedis()
    const [one, two] = [redisStore(own.url), redisStore(own.url)]
    await one.change('ann', 0, stateOf('first'))
    const { version = 0 } = (await one.state('ann')) ?? {}
    await own.kill()
    await own.again()
    await expect.poll(() => two.change('ann', 0, stateOf('another')).catch(() => false)).toBe(true)
    // As many changes as there were before: whoever still has the old state in hand must be told of the new one.
    const touched = await expect
      .poll(async () => {
        try {
          return await one.touch('ann', version, { quotas: [], arrivals: [] }, 5)
        } catch {
          return undefined
        }
      })
      .toBeDefined()
      .then(() => one.touch('ann', version, { quotas: [], arrivals: [] }, 5))
    expect(touched.version).toBeGreaterThan(version)
    expect(touched.state).toMatchObject({ scenario: 'another' })
    await Promise.all([one.close(), two.close()])
    await own.close()
  })

  it('finds a Redis that came later than it was first asked for', async () => {
    const own = await startRedis()
    await own.kill()
    const store = redisStore(own.url)
    await expect(store.state('ann')).rejects.toMatchObject({ code: 'store-unreachable' })
    await own.again()
    expect(await store.state('ann')).toBeUndefined()
    await store.close()
    await own.close()
  })

  it('does not wait for ever for one that is silent, nor when it ends', async () => {
    const own = await startRedis()
    const store = redisStore(own.url)
    await store.change('ann', 0, stateOf('first'))
    own.pause()
    await expect(store.state('ann')).rejects.toMatchObject({
      code: 'store-unreachable',
      act: expect.stringContaining('no reply within 2 seconds'),
    })
    own.resume()
    expect(await store.state('ann')).toMatchObject({ scenario: 'first' })
    own.pause()
    await store.close()
    await own.close()
  })
})
