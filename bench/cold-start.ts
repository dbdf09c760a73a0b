import type { Bench, Contender } from './bench.ts'
import { built } from './built.ts'
import { scratch } from './scratch.ts'
import { bareNode, type Entrant, entrants } from './serve/entrants.ts'
import { spawned } from './serve/spawned.ts'

const folder = scratch()

const contenderOf = ({ who, program }: Entrant): Contender => {
  const common = { name: who, unit: 'ms', ...(who === bareNode ? {} : { against: bareNode }) }
  if ('missing' in program) return { ...common, ...program, round: async () => Number.NaN }
  return {
    ...common,
    ...(who === 'playhead' ? { target: { timesAtMost: 1.6 } } : {}),
    round: async () => {
      const { firstOkMs, stop } = await spawned(program)
      await stop()
      return firstOkMs
    },
  }
}

/** How long it takes from the call of a program to the end of its first 200. */
export const coldStart: Bench = {
  name: 'cold-start',
  contenders: async () => {
    const wanted = ['wiremock, no journal', 'prism, silent', 'mockoon']
    return (await entrants({ folder: folder.open(), command: built(), wanted })).map(contenderOf)
  },
  end: async () => folder.end(),
}
