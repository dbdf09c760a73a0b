import { resolve } from 'node:path'
import type { Session } from '../../mocks/session.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import type { World } from '../../mocks/world/world.ts'
import { readText } from '../read-json.ts'
import { watchFile } from './watch-file.ts'
import { worldIn } from './world-in.ts'

/** A world that is taken in anew whenever its file changes. */
export interface ReloadOptions {
  readonly file: string
  readonly cwd: string
  /** Where the world is laid out: the instant at which the mock began, so that a change moves nothing else. */
  readonly at: Instant
  readonly seed: number | undefined
  readonly session: Session
  /** Says what became of a change. */
  readonly say: (text: string) => void
  /** Told of each world that was taken in: sandboxes made from now on begin with it. */
  readonly taken: (world: World) => void
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Takes a world in anew whenever its file changes. The clock goes on; journal and counts begin anew. A file that cannot be
 * taken in changes nothing, and the reason is said.
 * @returns what ends it
 */
export const reloadWorld = async (options: ReloadOptions): Promise<() => Promise<void>> => {
  const { file, cwd, at, seed, session, say, taken } = options
  const read = (): Promise<string> => readText(file, cwd, 'a file of JSON')
  let before = await read()
  let complained = ''
  const take = async (): Promise<void> => {
    const text = await read()
    if (text === before) return
    const world = worldIn(text, file, { at, seed })
    await session.change(() => ({ world, scenario: 'custom', forget: { journal: true, usage: true } }))
    before = text
    complained = ''
    taken(world)
    say(`${file} has changed: the world is the new one.`)
  }
  const look = (): Promise<void> =>
    take().catch((error: unknown) => {
      const why = textOf(error)
      if (why !== complained) say(`${file} has changed, and the world before stands: ${why}`)
      complained = why
    })
  try {
    return watchFile(resolve(cwd, file), look)
  } catch (error) {
    say(`Changes of ${file} go unnoticed: ${textOf(error)}`)
    return async () => {}
  }
}
