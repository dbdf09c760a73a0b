import { grouped, median, percentile } from '../../bench/statistics.ts'
import { brokenClients } from '../../contracts/clients/broken-clients.ts'
import type { Form, Part, Section } from './part.ts'
import { run, type Shrinking, type Shrunk, type Unsearched } from './shrinking-job.ts'
import { spread } from './spread.ts'

const failuresOf: Readonly<Record<Form, number>> = {
  short: 6,
  full: 40,
  long: 200,
}

/** Failures are taken from cases of so many steps or more. */
const fromSteps = 20

/** Found cases of which the minimum takes more steps cannot be searched. */
const mostSteps = 3

/** So large a share is to be within one step of the minimum. */
const shareWithin = 0.95

/** How long a report may take, in processor time. */
const mostMs = 2000

/** One failure of the corpus, and what came of it. */
export type Failure = readonly [Shrinking, Shrunk]

/** What is tried in a round: the first client of every rule, then the second of each, and so on. */
export const failuresIn = (round: number): readonly Shrinking[] => {
  const places = new Map<string, number>()
  const placed = brokenClients
    .filter(({ steps = mostSteps }) => steps <= mostSteps)
    .map((client) => {
      const place = places.get(client.caughtBy) ?? 0
      places.set(client.caughtBy, place + 1)
      return { client, place }
    })
  return placed
    .toSorted((a, b) => a.place - b.place)
    .map(({ client: { name, caughtBy, vendors } }, index) => ({
      client: `broken/${name}`,
      rule: caughtBy,
      vendor: vendors[(index + round) % vendors.length] ?? '',
      seed: (round - 1) * placed.length + index + 1,
      fromSteps,
      cases: 150,
      mostPlans: 500_000,
    }))
}

/** One that is not of the corpus, since nobody can know its minimum. */
export type Beyond = readonly [Shrinking, Unsearched]

const isWithin = ({ shrunk, minimum: { steps } }: Shrunk): boolean =>
  steps !== undefined && shrunk <= steps + 1

/** What is to be told of how failures were shrunk. @param of how many there are to be @param beyond what was left out */
export const shrinkingOf = (
  given: readonly Failure[],
  of: number,
  beyond: readonly Beyond[] = [],
): Section => {
  const all = given.map(([, shrunk]) => shrunk)
  const within = all.filter(isWithin).length
  const least = all.filter(({ shrunk, minimum }) => shrunk === minimum.steps).length
  const inTime = all.filter(({ reportMs }) => reportMs <= mostMs).length
  const times = all.map(({ reportMs }) => reportMs)
  const slowest = given.toSorted(([, a], [, b]) => b.reportMs - a.reportMs)[0]?.[0]
  const plans = all.reduce((sum, { minimum }) => sum + minimum.plans, 0)
  return {
    title: 'What is found is shrunk to what a person understands',
    about: `${of} failures of wrong clients were found by exploration, in cases of ${fromSteps} steps or more that none of their questions shows alone, and each was shrunk as a report is. Its minimum was then searched for: every plan of one step, of two and so on, of all the steps of the case as found and as shrunk, in any order and with repetition, in the world as found and as shrunk. Clients whose fault takes more than ${mostSteps} steps are left out, such as those that ask too often: of eleven steps there are too many plans. So are failures that were shrunk to so many steps that the shorter plans cannot all be run; they are named below.`,
    claims: [
      {
        says: `Each failure is found at ${fromSteps} steps or more, and its minimum is known.`,
        measured: `${all.filter(({ minimum }) => minimum.steps !== undefined).length} of ${of}, by ${grouped(plans)} plans`,
        holds: all.length === of && all.every(({ minimum }) => minimum.steps !== undefined),
      },
      {
        says: `At least ${shareWithin * 100} % are shrunk to the minimum or one step more.`,
        measured: `${within} of ${of}; ${least} to the minimum itself`,
        holds: within >= shareWithin * of,
      },
      {
        says: `A report takes at most ${mostMs / 1000} s of processor time.`,
        measured: `${inTime} of ${of}`,
        holds: inTime === of,
      },
    ],
    tables: [
      {
        says: 'Steps as found, as shrunk, and the fewest there can be; the longest first.',
        columns: ['client', 'rule', 'at', 'found', 'shrunk', 'minimum'],
        rows: given
          .toSorted(
            ([, a], [, b]) => (b?.shrunk ?? 0) - (a?.shrunk ?? 0) || (b?.found ?? 0) - (a?.found ?? 0),
          )
          .map(([{ client, rule, vendor }, shrunk]) => [
            client,
            rule,
            vendor,
            String(shrunk.found),
            String(shrunk.shrunk),
            String(shrunk.minimum.steps ?? '–'),
          ]),
      },
    ],
    details: [
      ...given.flatMap(([{ client, vendor, seed }, shrunk]) => {
        if (isWithin(shrunk)) return []
        const least = shrunk.minimum.steps ?? 'not known'
        return [
          `${client} at ${vendor}, seed ${seed}: shrunk to ${shrunk.shrunk} steps, the minimum is ${least}.`,
        ]
      }),
      ...beyond.map(
        ([{ client, vendor, seed }, { found, shrunk }]) =>
          `Left out, since there are too many plans to know its minimum: ${client} at ${vendor}, seed ${seed}, shrunk from ${found} steps to ${shrunk}.`,
      ),
    ],
    timings: [
      `A shrunk report took ${Math.round(median(times))} ms of processor time in the middle, ${Math.round(percentile(times, 1))} ms at most${slowest ? ` (${slowest.client} at ${slowest.vendor}, seed ${slowest.seed})` : ''}.`,
    ],
  }
}

/** The most rounds in which failures are looked for. */
const mostRounds = 4

/** Long failures are shrunk to the fewest steps, or nearly. */
export const shrinking: Part = {
  name: 'shrinking',
  file: 'test/prove/shrinking.ts',
  run: async ({ form, workers, progress }) => {
    const wanted = failuresOf[form]
    const module = new URL('shrinking-job.ts', import.meta.url).href
    const failures: Failure[] = []
    const beyond: Beyond[] = []
    // Those that gave none in one round are easy by nature, and are not asked again.
    const easy = new Set<string>()
    for (let round = 1; round <= mostRounds; round++) {
      const orders = failuresIn(round).filter(({ client }) => !easy.has(client))
      // A few at a time, so that not many more are looked for than are wanted.
      for (let from = 0; from < orders.length && failures.length < wanted; from += wanted) {
        const batch = orders.slice(from, from + wanted)
        const outputs = await spread(module, run, batch, { workers, progress: () => {} })
        for (const [index, order] of batch.entries()) {
          const shrunk = outputs[index]
          if (!shrunk) easy.add(order.client)
          else if ('unsearched' in shrunk) beyond.push([order, shrunk])
          else failures.push([order, shrunk])
        }
        progress(Math.min(failures.length, wanted), wanted)
      }
    }
    return shrinkingOf(failures.slice(0, wanted), wanted, beyond)
  },
}
