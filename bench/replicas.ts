import { availableParallelism } from 'node:os'
import { freePorts } from '../test/support/free-port.ts'
import { hasNginx, startNginx } from '../test/support/nginx.ts'
import { hasRedis, type RedisServer, startRedis } from '../test/support/redis-server.ts'
import type { Bench, Contender } from './bench.ts'
import { oncePerRound } from './once-per-round.ts'
import { scratch } from './scratch.ts'
import { cpuOf } from './serve/cpu-of.ts'
import { type Loader, startLoader } from './serve/load.ts'
import { ours, source } from './serve/ours.ts'
import { quo } from './serve/route.ts'
import { type Spawned, spawned } from './serve/spawned.ts'
import { thousand, worldOf } from './serve/thousand.ts'
import { writeWorld } from './serve/write-world.ts'

const connections = 32
const seconds = 2

/** Two replicas on a Redis, and a balancer with a door to the first of them and one to both. */
interface Stood {
  readonly loader: Loader
  readonly redis: RedisServer
  readonly replicas: readonly Spawned[]
  /** Where one answers, and where two do. */
  readonly doors: readonly [one: string, two: string]
}

const folder = scratch()
/** What has begun, in the order in which it was, so that it is ended however far it came. */
const begun: (() => Promise<unknown>)[] = []

const standUp = async (): Promise<Stood> => {
  const redis = await startRedis()
  begun.push(redis.close)
  const world = writeWorld(folder.open(), worldOf(thousand))
  const begin = async (): Promise<Spawned> => {
    const one = await spawned(ours(source, quo.requests[0], world, ['--store', redis.url]))
    begun.push(one.stop)
    return one
  }
  const replicas = [await begin(), await begin()]
  const behind = replicas.map(({ origin }) => new URL(origin).host)
  const [one = 0, two = 0] = await freePorts(2)
  const balancer = await startNginx([
    { port: one, behind: behind.slice(0, 1) },
    { port: two, behind },
  ])
  begun.push(balancer.close)
  const loader = startLoader()
  begun.push(loader.stop)
  return { loader, redis, replicas, doors: [`http://127.0.0.1:${one}`, `http://127.0.0.1:${two}`] }
}

/** What a load says: how fast it went, and what a request cost. */
interface Figures {
  readonly rate: number
  readonly replicas: number
  readonly redis: number
}

const loadAt = async ({ loader, doors, replicas, redis }: Stood, many: 1 | 2): Promise<Figures> => {
  const used = (): readonly [number, number] => [
    replicas.reduce((sum, { pid }) => sum + cpuOf(pid), 0),
    cpuOf(redis.pid()),
  ]
  const before = used()
  const job = { origin: doors[many - 1] ?? '', requests: quo.requests, connections, seconds }
  const came = await loader.run(job)
  const after = used()
  if (came.failed > 0) throw new Error(`${came.failed} of ${came.requests} requests failed.`)
  const each = (which: 0 | 1): number => ((after[which] - before[which]) * 1_000_000) / came.requests
  return { rate: came.perSecond, replicas: each(0), redis: each(1) }
}

const cores = availableParallelism()

/**
 * What can be seen of two replicas here. With a core for each of them and one for the load, they should be faster together;
 * with fewer they share what there is, and only what a request costs can be compared.
 */
const allows = cores >= 3 ? '' : `, all on ${cores} ${cores === 1 ? 'core' : 'cores'} with the load`

const missing = hasRedis && hasNginx ? undefined : 'wants redis-server and nginx'

const kinds = [
  { kind: 'rate', what: 'requests', unit: 'requests/s' },
  { kind: 'replicas', what: "CPU, all replicas'", unit: 'µs/request' },
  { kind: 'redis', what: "CPU, Redis's", unit: 'µs/request' },
] as const

type Kind = (typeof kinds)[number]

const oneOf = ({ what }: Kind): string => `${what}: one replica`

const contenderOf = (kind: Kind, many: 1 | 2, run: (nth: number) => Promise<Figures>): Contender => ({
  name: many === 1 ? oneOf(kind) : `${kind.what}: two replicas${allows}`,
  unit: kind.unit,
  round: async (nth) => (await run(nth))[kind.kind],
  ...(many === 1 ? {} : { against: oneOf(kind) }),
  ...(many === 2 && kind.kind === 'rate' && cores >= 3 ? { target: { timesAtLeast: 1.6 } } : {}),
  ...(missing === undefined ? {} : { missing }),
})

/** What a second replica on the same Redis and behind the same nginx adds. */
export const replicas: Bench = {
  name: 'replicas',
  contenders: async () => {
    const stood = missing === undefined ? await standUp() : undefined
    const loading = (many: 1 | 2) =>
      oncePerRound(() => (stood ? loadAt(stood, many) : Promise.reject(new Error(missing))))
    const runs = [loading(1), loading(2)] as const
    return kinds.flatMap((kind) => [contenderOf(kind, 1, runs[0]), contenderOf(kind, 2, runs[1])])
  },
  end: async () => {
    for (const end of begun.splice(0).reverse()) await end()
    folder.end()
  },
}
