import type { Bench, Contender } from './bench.ts'
import { median } from './statistics.ts'

/** What the rounds of one contender came to. */
export interface Line {
  readonly bench: string
  readonly name: string
  readonly unit: string
  readonly rounds: readonly number[]
  readonly median: number
  readonly least: number
  readonly most: number
  /** The median over all rounds of its figure over its peer's in the same round. */
  readonly ratio?: { readonly to: string; readonly of: number }
  readonly target?: { readonly says: string; readonly reached: boolean }
}

const targetOf = ({ target, unit }: Contender, measured: number): Pick<Line, 'target'> => {
  if (!target) return {}
  return 'atLeast' in target
    ? { target: { says: `at least ${target.atLeast} ${unit}`, reached: measured >= target.atLeast } }
    : { target: { says: `at most ${target.atMost} ${unit}`, reached: measured <= target.atMost } }
}

const ratioTo = (to: string, mine: readonly number[], peers: readonly number[]): Pick<Line, 'ratio'> => ({
  ratio: { to, of: median(mine.map((value, round) => value / (peers[round] ?? Number.NaN))) },
})

/**
 * Measures a bench: one round that counts for nothing, then so many, each contender once a round, and each round begun
 * by another of them.
 * @throws RangeError where a contender is compared with one that there is not
 */
export const measure = async (
  { name: bench, contenders: open }: Bench,
  rounds: number,
  progress: (done: number, of: number) => void,
): Promise<readonly Line[]> => {
  const contenders = await open()
  const figures = new Map(contenders.map(({ name }) => [name, [] as number[]]))
  const of = contenders.length * (rounds + 1)
  let done = 0
  for (let round = -1; round < rounds; round++)
    for (const index of contenders.keys()) {
      const contender = contenders[(index + round + 1) % contenders.length]
      const figure = await contender?.round()
      if (contender && figure !== undefined && round >= 0) figures.get(contender.name)?.push(figure)
      progress(++done, of)
    }
  return contenders.map((contender): Line => {
    const { name, unit, against } = contender
    const mine = figures.get(name) ?? []
    const peers = against === undefined ? undefined : figures.get(against)
    if (against !== undefined && !peers)
      throw new RangeError(`Cannot compare ${name} with ${against}: ${bench} has no such contender.`)
    const middle = median(mine)
    return {
      bench,
      name,
      unit,
      rounds: mine,
      median: middle,
      least: Math.min(...mine),
      most: Math.max(...mine),
      ...(against !== undefined && peers ? ratioTo(against, mine, peers) : {}),
      ...targetOf(contender, middle),
    }
  })
}
