import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveSession } from '../../../mocks/clock-verbs.ts'
import { scripts } from '../../../mocks/stores/redis/scripts.ts'
import { redisStore } from '../../../mocks/stores/redis.ts'
import { monitorRedis, type RedisMonitor } from '../../support/redis-monitor.ts'
import { hasRedis, type RedisServer, startRedis } from '../../support/redis-server.ts'
import { aBackend } from '../a-backend.ts'
import { askOsvi, linkIn, play } from '../asking.ts'
import { draft } from './store-laws.ts'

const names = new Map(
  Object.entries(scripts).map(([name, text]) => [createHash('sha1').update(text).digest('hex'), name]),
)

describe.skipIf(!hasRedis)('what a request costs on a Redis (skipped where there is none)', () => {
  let redis: RedisServer
  let monitor: RedisMonitor
  beforeAll(async () => {
    redis = await startRedis()
    monitor = await monitorRedis(redis.url)
  })
  afterAll(async () => {
    monitor?.close()
    await redis?.close()
  })

  let prefixes = 0
  const twoServers = async () => {
    const prefix = `cost${++prefixes}:`
    const stores = [redisStore(redis.url, { prefix }), redisStore(redis.url, { prefix })]
    const backends = stores.map((store) => aBackend({ store }).backend)
    // Redis has learnt every script, and both have met the session.
    for (const backend of [...backends, ...backends]) await askOsvi(backend)
    await heard()
    return {
      backends: backends as [(typeof backends)[0], (typeof backends)[0]],
      close: () => Promise.all(stores.map((store) => store.close())),
    }
  }
  const heard = async (): Promise<readonly string[]> =>
    (await monitor.heard()).map(([command = '', hash = '']) => names.get(hash) ?? command)

  it('is one round trip, and an entry handed over, wherever it comes and whatever is told of it', async () => {
    const { backends, close } = await twoServers()
    for (const backend of backends) {
      const answer = await askOsvi(backend)
      expect(await heard()).toEqual(['touch', 'append'])
      expect((await play(backend, linkIn(answer))).status).toBe(200)
      expect(await heard()).toEqual(['touch', 'append'])
    }
    await close()
  })

  it('is no more for a key that was minted for a sandbox, once it has been met', async () => {
    const { backends, close } = await twoServers()
    const { osvi = '' } = await backends[0].mint('ann')
    const asked = async (which: 0 | 1): Promise<readonly string[]> => {
      expect((await askOsvi(backends[which], 'playable', '', { 'api-token': osvi })).status).toBe(200)
      return heard()
    }
    await heard()
    for (const which of [0, 1] as const) {
      expect((await asked(which)).slice(-2)).toEqual(['touch', 'append'])
      expect(await asked(which)).toEqual(['touch', 'append'])
    }
    await moveSession(backends[0].session('ann'), 'advance', '1m')
    await heard()
    expect(await asked(1)).toEqual(['touch', 'touch', 'append'])
    expect(await asked(1)).toEqual(['touch', 'append'])
    await close()
  })

  it('is one more after another server has changed something', async () => {
    const { backends, close } = await twoServers()
    await backends[1].session().change(({ world }) => ({ world: { ...world, seed: 5 } }))
    await heard()
    await askOsvi(backends[0])
    expect(await heard()).toEqual(['touch', 'touch', 'append'])
    await askOsvi(backends[0])
    expect(await heard()).toEqual(['touch', 'append'])
    await close()
  })

  it('is answered once its entry has left the process, not before', async () => {
    const prefix = `cost${++prefixes}:`
    const store = redisStore(redis.url, { prefix })
    await askOsvi(aBackend({ store }).backend)
    /** How many entries Redis has, asked by another process while this one can do nothing at all. */
    const arrived = (): number => {
      const ask = `const socket = require('node:net').connect(${new URL(redis.url).port}, '127.0.0.1')
        socket.write('XLEN ${prefix}s:default:j\\r\\n')
        socket.once('data', (reply) => { process.stdout.write(String(reply)); socket.destroy() })`
      return Number(execFileSync(process.execPath, ['-e', ask], { encoding: 'utf8' }).replace(':', ''))
    }
    expect(arrived()).toBe(1)
    const appended = store.append('default', draft)
    expect(arrived()).toBe(1)
    await appended
    expect(arrived()).toBe(2)
    await store.close()
  })

  it('waits for no reply to the entry, which has left by then', async () => {
    const own = await startRedis()
    const store = redisStore(own.url)
    const { backend } = aBackend({ store })
    await askOsvi(backend)
    own.pause()
    // A silent Redis replies to nothing: this would wait for ever if it waited for a reply.
    for (let nth = 0; nth < 3; nth++) await store.append('default', draft)
    own.resume()
    expect(await store.journal('default')).toHaveLength(4)
    await store.close()
    await own.close()
  })
})
