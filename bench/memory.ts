import type { Bench, Contender } from './bench.ts'
import { built } from './built.ts'
import { oncePerRound } from './once-per-round.ts'
import { scratch } from './scratch.ts'
import { bareNode, type Entrant, entrants } from './serve/entrants.ts'
import { type Loader, startLoader } from './serve/load.ts'
import { quo } from './serve/route.ts'
import { rssOf } from './serve/rss-of.ts'
import { type Program, spawned } from './serve/spawned.ts'
import { thousand, worldOf } from './serve/thousand.ts'
import { writeWorld } from './serve/write-world.ts'

const folder = scratch()
let loader: Loader | undefined

/** What is asked of each between the two figures; the slow ones stop sooner. */
const most = 10_000
const seconds = 3
const connections = 32

const held = async (loading: Loader, program: Program): Promise<{ idle: number; loaded: number }> => {
  const { pid, origin, stop } = await spawned(program)
  try {
    const idle = rssOf(pid)
    const { requests } = quo
    const { failed } = await loading.run({ origin, requests, connections, seconds, most })
    if (failed > 0) throw new Error(`${program.name} failed ${failed} requests.`)
    return { idle, loaded: rssOf(pid) }
  } finally {
    await stop()
  }
}

const contendersOf = (loading: Loader, { who, program }: Entrant): readonly Contender[] => {
  const run = oncePerRound(() =>
    'missing' in program ? Promise.reject(new Error(program.missing)) : held(loading, program),
  )
  return (['idle', 'loaded'] as const).map((when) => ({
    name: `${when}: ${who}`,
    unit: 'MB',
    round: async (nth) => (await run(nth))[when],
    ...(who === bareNode ? {} : { against: `${when}: ${bareNode}` }),
    ...(who === 'playhead' && when === 'idle' ? { target: { timesAtMost: 1.5 } } : {}),
    ...('missing' in program ? program : {}),
  }))
}

/** How much memory servers hold after their first answer, and after ten thousand or three seconds' worth of them. */
export const memory: Bench = {
  name: 'memory',
  contenders: async () => {
    const wanted = ['wiremock, no journal', 'prism, silent', 'mockoon']
    const world = writeWorld(folder.open(), worldOf(thousand))
    const all = await entrants({ folder: folder.open(), command: built(), wanted, world })
    const loading = startLoader()
    loader = loading
    return all.flatMap((one) => contendersOf(loading, one))
  },
  end: async () => {
    await loader?.stop()
    loader = undefined
    folder.end()
  },
}
