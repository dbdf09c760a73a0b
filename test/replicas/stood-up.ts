import { type RunningMock, startedMock } from '../support/command-line.ts'
import { freePorts } from '../support/free-port.ts'
import { hasNginx, startNginx } from '../support/nginx.ts'
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts'

/** Whether replicas can be stood up here. */
export const canStandUp = hasRedis && hasNginx

/** One of several servers that share everything. */
export interface Replica extends RunningMock {
  /** Where it listens itself, past the balancer. */
  readonly url: string
  readonly storageUrl: string
}

/** Replicas behind a balancer, on a Redis of their own. */
export interface StoodUp extends AsyncDisposable {
  /** The balancer's. */
  readonly url: string
  readonly storageUrl: string
  readonly replicas: readonly [Replica, Replica]
  readonly redis: RedisServer
}

const originOf = (port: number): string => `http://127.0.0.1:${port}`

/** Stands two real servers up behind nginx, as somebody would who needs more than one. */
export const standUp = async (...more: readonly string[]): Promise<StoodUp> => {
  const [api = 0, storage = 0, one = 0, storageOfOne = 0, two = 0, storageOfTwo = 0] = await freePorts(6)
  const [url, storageUrl] = [originOf(api), originOf(storage)]
  const begun: (() => Promise<unknown>)[] = []
  const end = async (): Promise<void> => {
    for (const close of begun.splice(0).reverse()) await close()
  }
  try {
    const redis = await startRedis()
    begun.push(redis.close)
    const started = async (port: number, storagePort: number): Promise<Replica> => {
      const mine = ['--port', String(port), '--storage-port', String(storagePort)]
      const shared = ['--store', redis.url, '--public-url', url, '--public-storage-url', storageUrl]
      const mock = await startedMock([...mine, ...shared, '--json', ...more])
      begun.push(() => mock.end())
      return { ...mock, url: originOf(port), storageUrl: originOf(storagePort) }
    }
    const replicas = [await started(one, storageOfOne), await started(two, storageOfTwo)] as const
    const balancer = await startNginx([
      { port: api, behind: replicas.map((each) => new URL(each.url).host) },
      { port: storage, behind: replicas.map((each) => new URL(each.storageUrl).host) },
    ])
    begun.push(balancer.close)
    return { url, storageUrl, replicas, redis, [Symbol.asyncDispose]: end }
  } catch (error) {
    await end()
    throw error
  }
}
