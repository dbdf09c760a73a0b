import type { Instant } from '../../mocks/world/instant.ts'
import { grown, mostGrowth } from '../fuzz/growth.ts'
import { openLibrary } from './library.ts'
import type { Served } from './served.ts'
import { openUser, type User } from './user.ts'

export interface SoakOptions {
  /** Users at a time, each in a sandbox of their own. */
  readonly clients: number
  readonly seed: number
  /** Asked by each user before each act. @param acts how many were their own */
  readonly goesOn: (acts: number) => boolean
  readonly progress?: (acts: number) => void
}

/** What came of a soak. */
export interface Soaked {
  /** Answers that were checked, by what was asked. */
  readonly checked: Readonly<Record<string, number>>
  /** Answers that were wrong, and what the server let slip: the first few. */
  readonly faults: readonly string[]
  /** Bytes by which the server's heap grew after it had warmed up. */
  readonly grownBytes: number
  readonly heapBytes: number
}

/** When every sandbox begins. */
export const soakStart: Instant = 1_769_850_000_000

const mostFaults = 10

/** The heap is looked at after every so many acts. */
const actsAReading = 2000

/** Of each user: until then journals fill, and growing is what they are there for. */
const actsToWarmUp = 1000

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Lets users do whatever a seed makes them do, all at once, and checks every answer against what their own arithmetic
 * says. A user whose server was wrong once leaves: nothing that follows would mean anything.
 */
export const soak = async (served: Served, options: SoakOptions): Promise<Soaked> => {
  const { clients, seed, goesOn, progress = () => {} } = options
  const checked: Record<string, number> = {}
  const faults: string[] = []
  const readings: number[] = []
  let acts = 0
  const scene = {
    url: served.url,
    start: soakStart,
    seed,
    recordingOf: await openLibrary(served.url),
    checked: (what: string) => {
      checked[what] = (checked[what] ?? 0) + 1
    },
  }

  const stay = async (user: User): Promise<void> => {
    for (let mine = 0; goesOn(mine); mine++) {
      await user.act()
      const done = ++acts
      progress(done)
      if (done % actsAReading === 0 && done > clients * actsToWarmUp) readings.push(await served.heap())
    }
    await user.leave()
  }

  await Promise.all(
    Array.from({ length: clients }, async (_, number) => {
      try {
        await stay(await openUser(scene, number))
      } catch (error) {
        if (faults.length < mostFaults) faults.push(messageOf(error))
      }
    }),
  )
  faults.push(...(await served.crashes()))
  const heapBytes = await served.heap()
  const grownBytes = grown(readings)
  if (grownBytes > mostGrowth) faults.push(`The server's heap grew by ${grownBytes} bytes.`)
  return { checked, faults, grownBytes, heapBytes }
}
