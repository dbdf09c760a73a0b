import type { Bench, Contender, Target } from './bench.ts'
import { oncePerRound } from './once-per-round.ts'
import { cpuOf } from './serve/cpu-of.ts'
import { bareNode } from './serve/entrants.ts'
import { type Field, type Loaded, standField } from './serve/field.ts'
import { journalOf } from './serve/journal-of.ts'
import type { Loader } from './serve/load.ts'
import type { Route } from './serve/route.ts'

const connections = 32
/** What one load says. */
interface Figures {
  readonly rate: number
  readonly p99: number
  readonly cpu: number
}

/** What is told of each load, and the unit. */
const kinds: readonly { readonly kind: keyof Figures; readonly what: string; readonly unit: string }[] = [
  { kind: 'rate', what: 'requests', unit: 'requests/s' },
  { kind: 'cpu', what: 'CPU', unit: 'µs/request' },
  { kind: 'p99', what: 'p99', unit: 'ms' },
]

const targets: Readonly<Record<Route['name'], Readonly<Partial<Record<keyof Figures, Target>>>>> = {
  quo: { rate: { timesAtLeast: 0.85 }, cpu: { timesAtMost: 1.25 }, p99: { timesAtMost: 1.5 } },
  osvi: { rate: { timesAtLeast: 0.7 } },
  media: { rate: { timesAtLeast: 0.7 } },
}

const load = async (
  loader: Loader,
  { who, route, at }: Loaded,
  seconds: number,
): Promise<Figures & { sent: number }> => {
  if ('missing' in at) throw new Error(`${who} is not there: ${at.missing}.`)
  const before = cpuOf(at.pid)
  // Every answer is asked for once before it counts: what is measured is a load that goes on, not how it begins.
  const job = {
    origin: at.origin,
    requests: route.requests,
    connections,
    seconds,
    lead: route.requests.length,
  }
  const came = await loader.run(job)
  const cpuSeconds = cpuOf(at.pid) - before
  if (came.failed > 0 || came.requests === 0)
    throw new Error(`${who} failed ${came.failed} of ${came.requests} requests of ${route.name}.`)
  const cpu = (cpuSeconds * 1_000_000) / came.sent
  return { rate: came.perSecond, p99: came.p99Ms, cpu, sent: came.sent }
}

/** How a bench of servers is run. */
export interface ServeOptions {
  /** Whether the peers run along, beside ours and the floors. */
  readonly withPeers: boolean
  /** How long a server is loaded in a round. */
  readonly secondsIn: (nth: number) => number
}

const journalRead = ({ origin }: Field, asked: () => number): Contender => ({
  name: 'journal read back: playhead',
  unit: 'entries',
  round: async () => {
    const { entries, ever } = await journalOf(origin)
    if (ever < asked()) throw new Error(`The journal tells of ${ever} requests, and there were ${asked()}.`)
    return entries
  },
})

/** Such a bench; {@link serve} is the one that is run. */
export const serveOf = ({ withPeers, secondsIn }: ServeOptions): Bench => {
  let field: Field | undefined
  return {
    name: 'serve',
    contenders: async () => {
      const standing = await standField({ withPeers })
      field = standing
      let asked = 0
      const runs = standing.loaded.map((one) => ({
        ...one,
        run: oncePerRound(async (nth) => {
          const came = await load(standing.loader, one, secondsIn(nth))
          if (one.who === 'playhead') asked += came.sent
          return came
        }),
      }))
      const figures = kinds.flatMap(({ kind, what, unit }) =>
        runs.map(({ who, route, at, run }): Contender => {
          const named = (name: string): string => `${route.name} ${what}: ${name}`
          const target = who === 'playhead' ? targets[route.name][kind] : undefined
          return {
            name: named(who),
            unit,
            round: async (nth) => (await run(nth))[kind],
            ...(who === bareNode ? {} : { against: named(bareNode) }),
            ...(target ? { target } : {}),
            ...('missing' in at ? at : {}),
          }
        }),
      )
      return [...figures, journalRead(standing, () => asked)]
    },
    end: async () => {
      await field?.end()
      field = undefined
    },
  }
}

/** What servers do under load, each in a process of its own: ours, peers, and a bare server that sends the same bytes. */
export const serve = serveOf({
  withPeers: true,
  // The round that counts for nothing is longer: WireMock's compiler takes that long to get going.
  secondsIn: (nth) => (nth === 0 ? 5 : 2),
})
