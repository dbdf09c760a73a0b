import fc from 'fast-check'
import { grown, mostGrowth } from './growth.ts'
import { heapInUse } from './heap.ts'
import type { AnyTarget, Came } from './target.ts'

/** What went wrong, and how to see it again. */
export interface Fault {
  readonly seed: number
  /** Where fast-check finds the smallest input again. */
  readonly path?: string
  /** The smallest input that shows it. */
  readonly input?: unknown
  readonly why: string
}

/** What came of a target's inputs. */
export interface Fuzzed {
  readonly target: string
  readonly inputs: number
  readonly refused: number
  readonly fault: Fault | undefined
  /** Bytes by which the heap grew after it had warmed up. */
  readonly grownBytes: number
}

export interface FuzzOptions {
  readonly inputs: number
  readonly seed: number
  /** Begins at one input, as a fault names it. */
  readonly path?: string | undefined
  readonly progress?: (done: number, of: number) => void
  /** Ends it after the inputs that it is at; what was done until then counts. */
  readonly signal?: AbortSignal
  /** Whether what the process let slip counts: errors that no input was there to catch. */
  readonly strays?: () => string | undefined
}

/** So many are drawn at a time: between two, the heap is looked at. */
const chunk = 1000

const whyOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

/** Runs one chunk. @returns the fault that it met, if any */
const runChunk = async (
  target: AnyTarget,
  run: (input: unknown) => Promise<void>,
  { seed, numRuns, path }: { seed: number; numRuns: number; path: string | undefined },
): Promise<Fault | undefined> => {
  const details = await fc.check(fc.asyncProperty(target.inputs(), run), {
    seed,
    numRuns,
    ...(path === undefined ? {} : { path }),
  })
  if (!details.failed) return undefined
  const [input] = details.counterexample ?? []
  const { counterexamplePath, errorInstance } = details
  return {
    seed,
    ...(counterexamplePath === null ? {} : { path: counterexamplePath }),
    input,
    why: whyOf(errorInstance),
  }
}

/** Gives a target so many inputs drawn from a seed, and stops at the first fault. */
export const fuzz = async (
  target: AnyTarget,
  { inputs, seed, path, signal, progress = () => {}, strays = () => undefined }: FuzzOptions,
): Promise<Fuzzed> => {
  const came: Record<Came, number> = { taken: 0, refused: 0 }
  const readings: number[] = []
  const trial = await target.open()
  let fault: Fault | undefined
  const run = async (input: unknown): Promise<void> => {
    came[await trial.run(input)]++
    const stray = strays()
    if (stray !== undefined) throw new Error(stray)
  }
  try {
    for (let done = 0; done < inputs && !fault && !signal?.aborted; done += chunk) {
      const numRuns = Math.min(chunk, inputs - done)
      fault = await runChunk(target, run, { seed: seed + done, numRuns, path })
      readings.push(heapInUse())
      progress(Math.min(done + chunk, inputs), inputs)
    }
  } catch (error) {
    fault = { seed, why: whyOf(error) }
  } finally {
    await trial.close()
  }
  const grownBytes = grown(readings)
  if (grownBytes > mostGrowth) fault ??= { seed, why: `The heap grew by ${grownBytes} bytes.` }
  const { taken, refused } = came
  return { target: target.name, inputs: taken + refused, refused, fault, grownBytes }
}
