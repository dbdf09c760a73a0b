import { scratch } from '../scratch.ts'
import { captured } from './captured.ts'
import { bareNode, peersOn } from './entrants.ts'
import { floorOf } from './floor-of.ts'
import { type Loader, startLoader } from './load.ts'
import { ours, source } from './ours.ts'
import { mediaOf, osvi, quo, type Route } from './route.ts'
import { type Program, type Spawned, spawned } from './spawned.ts'
import { thousand, worldOf } from './thousand.ts'
import { writeWorld } from './write-world.ts'

/** A server that is to be loaded with one route. */
export interface Loaded {
  readonly who: string
  readonly route: Route
  /** Where it answers, or why it is not there. */
  readonly at: { readonly pid: number; readonly origin: string } | { readonly missing: string }
}

/** All servers of a bench as they stand, and who loads them. */
export interface Field {
  readonly loader: Loader
  /** Our server, whichever route it is loaded with. */
  readonly origin: string
  readonly loaded: readonly Loaded[]
  readonly end: () => Promise<void>
}

/** A peer that does not begin is told of, and stops nothing. */
const orMissing = async (begun: Promise<Spawned>): Promise<Loaded['at']> => {
  try {
    return await begun
  } catch (error) {
    return { missing: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}

/**
 * Stands up our server, a floor for each route that sends what ours answers to the route's first request, and the peers
 * with Quo's route.
 * @throws Error where ours or a floor does not answer
 */
export const standField = async ({ withPeers }: { readonly withPeers: boolean }): Promise<Field> => {
  const own = scratch()
  const begun: Spawned[] = []
  const loader = startLoader()
  const end = async (): Promise<void> => {
    await Promise.all([loader.stop(), ...begun.map(({ stop }) => stop())])
    own.end()
  }
  const begin = async (program: Program): Promise<Spawned> => {
    const one = await spawned(program)
    begun.push(one)
    return one
  }
  try {
    const folder = own.open()
    const mine = await begin(ours(source, quo.requests[0], writeWorld(folder, worldOf(thousand))))
    const media = await mediaOf(mine.origin)
    const loaded: Loaded[] = []
    for (const [route, origin] of [
      [quo, mine.origin],
      [osvi, mine.origin],
      [media.route, media.storageOrigin],
    ] as const) {
      const [asked] = route.requests
      const answer = await captured(origin, asked)
      const floor = await begin(floorOf(route.name, folder, answer, asked))
      loaded.push(
        { who: bareNode, route, at: floor },
        { who: 'playhead', route, at: { pid: mine.pid, origin } },
      )
      if (route !== quo || !withPeers) continue
      for (const { who, program } of peersOn(folder, answer, asked))
        loaded.push({ who, route, at: 'missing' in program ? program : await orMissing(begin(program)) })
    }
    return { loader, origin: mine.origin, loaded, end }
  } catch (error) {
    await end()
    throw error
  }
}
