import type { Bench, Contender, Target } from './bench.ts'
import { median } from './statistics.ts'

/** What the rounds of one contender came to. */
export interface Line {
  readonly bench: string
  readonly name: string
  readonly unit: string
  /** Empty where it could not be measured. */
  readonly rounds: readonly number[]
  readonly median: number
  readonly least: number
  readonly most: number
  /** The median over all rounds of its figure over its peer's in the same round. */
  readonly ratio?: { readonly to: string; readonly of: number }
  readonly target?: { readonly says: string; readonly reached: boolean }
  /** Why it could not be measured. */
  readonly missing?: string
}

const judged = (target: Target, unit: string, measured: number, of: number) => {
  if ('atLeast' in target)
    return { says: `at least ${target.atLeast} ${unit}`, reached: measured >= target.atLeast }
  if ('atMost' in target)
    return { says: `at most ${target.atMost} ${unit}`, reached: measured <= target.atMost }
  return 'timesAtLeast' in target
    ? { says: `at least ${target.timesAtLeast} ×`, reached: of >= target.timesAtLeast }
    : { says: `at most ${target.timesAtMost} ×`, reached: of <= target.timesAtMost }
}

const ratioTo = (to: string, mine: readonly number[], peers: readonly number[]) => ({
  to,
  of: median(mine.map((value, round) => value / (peers[round] ?? Number.NaN))),
})

const lineOf = (bench: string, contender: Contender, figures: Figures): Line => {
  const { name, unit, against, target, missing } = contender
  const mine = figures.get(name) ?? []
  if (missing !== undefined) return { bench, name, unit, rounds: [], median: 0, least: 0, most: 0, missing }
  const middle = median(mine)
  const ratio = against === undefined ? undefined : ratioTo(against, mine, figures.get(against) ?? [])
  return {
    bench,
    name,
    unit,
    rounds: mine,
    median: middle,
    least: Math.min(...mine),
    most: Math.max(...mine),
    ...(ratio ? { ratio } : {}),
    ...(target ? { target: judged(target, unit, middle, ratio?.of ?? Number.NaN) } : {}),
  }
}

type Figures = ReadonlyMap<string, readonly number[]>

/** Each contender once a round, and each round begun by another of them. */
const roundsOf = async (
  contenders: readonly Contender[],
  rounds: number,
  progress: (done: number, of: number) => void,
): Promise<Figures> => {
  const figures = new Map(contenders.map(({ name }) => [name, [] as number[]]))
  const of = contenders.length * (rounds + 1)
  let done = 0
  for (let nth = 0; nth <= rounds; nth++)
    for (const index of contenders.keys()) {
      const contender = contenders[(index + nth) % contenders.length]
      const figure = await contender?.round(nth)
      if (contender && figure !== undefined && nth > 0) figures.get(contender.name)?.push(figure)
      progress(++done, of)
    }
  return figures
}

/**
 * Measures a bench: one round that counts for nothing, then so many, each contender once a round, and each round begun
 * by another of them.
 * @throws RangeError where a contender is compared with one that there is not
 */
export const measure = async (
  { name: bench, contenders: open, end }: Bench,
  rounds: number,
  progress: (done: number, of: number) => void,
): Promise<readonly Line[]> => {
  try {
    const contenders = await open()
    const present = contenders.filter(({ missing }) => missing === undefined)
    for (const { name, against } of present)
      if (against !== undefined && !present.some((peer) => peer.name === against))
        throw new RangeError(`Cannot compare ${name} with ${against}: ${bench} has no such contender.`)
    const figures = await roundsOf(present, rounds, progress)
    return contenders.map((contender) => lineOf(bench, contender, figures))
  } finally {
    await end?.()
  }
}
