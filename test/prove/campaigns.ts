import { type Exploration, type Explored, run } from './explore.ts'
import { type Spreading, spread } from './spread.ts'

/** Explorations and what came of each, side by side. */
export type Campaigns = readonly (readonly [Exploration, Explored])[]

/** Explores, on several threads. */
export const campaigns = async (orders: readonly Exploration[], spreading: Spreading): Promise<Campaigns> => {
  const module = new URL('explore.ts', import.meta.url).href
  const outputs = await spread<Exploration, Explored>(module, run, orders, spreading)
  return orders.flatMap((order, index) => {
    const output = outputs[index]
    return output ? [[order, output] as const] : []
  })
}

/** Who was blamed for what, and how to see it again; a line each. */
export const blames = (given: Campaigns): readonly string[] =>
  given.flatMap(([{ client, vendor, seed }, { broken, trouble }]) => [
    ...Object.entries(broken).map(
      ([rule, nth]) => `${client} was blamed by ${rule} at ${vendor}: case ${nth} of seed ${seed}.`,
    ),
    ...(trouble === undefined ? [] : [`${client} at ${vendor}, seed ${seed}: ${trouble}.`]),
  ])

/** How many cases were run in all. */
export const casesIn = (given: Campaigns): number => given.reduce((sum, [, { cases }]) => sum + cases, 0)
