import type { Bench, Contender, Target } from './bench.ts'
import { built } from './built.ts'
import { oncePerRound } from './once-per-round.ts'
import { scratch } from './scratch.ts'
import { type Loader, startLoader } from './serve/load.ts'
import { ours } from './serve/ours.ts'
import { rssOf } from './serve/rss-of.ts'
import { type Program, spawned } from './serve/spawned.ts'
import { listed, populated, type Spread } from './serve/spread.ts'
import { thousand } from './serve/thousand.ts'
import { writeWorld } from './serve/write-world.ts'

const folder = scratch()
let loader: Loader | undefined

/** How often each is asked before it counts, and then: one request after the other, so that nothing queues. */
const warmUp = 3000
const counted = 3000
/** No world takes as long over that by far. */
const seconds = 10

interface Figures {
  readonly start: number
  readonly latency: number
  readonly memory: number
}

const units: Readonly<Record<keyof Figures, string>> = { start: 's', latency: 'ms', memory: 'MB' }

interface Given extends Spread {
  readonly name: string
  readonly targets: Readonly<Partial<Record<keyof Figures, Target>>>
}

const small = '1,000 listed'

const answersAlike: Target = { timesAtMost: 1.2 }
const fits: Target = { atMost: 300 }

const given = (): readonly Given[] => [
  { name: small, ...listed(thousand), targets: {} },
  {
    name: '100,000 listed',
    ...listed(100_000),
    targets: { start: { atMost: 5 }, latency: answersAlike, memory: fits },
  },
  {
    name: '1,000,000 computed',
    ...populated(1_000_000),
    targets: { start: { timesAtMost: 1.2 }, latency: answersAlike, memory: fits },
  },
]

const figuresOf = async (loading: Loader, program: Program, { requests }: Spread): Promise<Figures> => {
  const { pid, origin, firstOkMs, stop } = await spawned(program)
  try {
    const job = { origin, requests, connections: 1, seconds }
    await loading.run({ ...job, most: warmUp })
    const { p50Ms, failed } = await loading.run({ ...job, most: counted })
    if (failed > 0) throw new Error(`${failed} requests failed.`)
    return { start: firstOkMs / 1000, latency: p50Ms, memory: rssOf(pid) }
  } finally {
    await stop()
  }
}

const contendersOf = (loading: Loader, one: Given): readonly Contender[] => {
  const command = built()
  const world = writeWorld(folder.open(), one.world, one.name)
  const run = oncePerRound(() =>
    'missing' in command
      ? Promise.reject(new Error(command.missing))
      : figuresOf(loading, ours(command.file, one.requests[0], world), one),
  )
  return (['start', 'latency', 'memory'] as const).map((kind) => {
    const target = one.targets[kind]
    return {
      name: `${kind}: ${one.name}`,
      unit: units[kind],
      round: async (nth) => (await run(nth))[kind],
      ...(one.name === small ? {} : { against: `${kind}: ${small}` }),
      ...(target ? { target } : {}),
      ...('missing' in command ? command : {}),
    }
  })
}

/** What the size of a world costs: until its first answer, for each answer, and in memory. */
export const worlds: Bench = {
  name: 'worlds',
  contenders: async () => {
    const loading = startLoader()
    loader = loading
    return given().flatMap((one) => contendersOf(loading, one))
  },
  end: async () => {
    await loader?.stop()
    loader = undefined
    folder.end()
  },
}
