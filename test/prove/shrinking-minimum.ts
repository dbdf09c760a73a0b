import type { Case } from '../../contracts/case.ts'
import type { StillShows } from '../../contracts/shrink.ts'
import type { Step } from '../../contracts/step.ts'

/** The fewest steps that show something, and how many plans were run to know it. */
export interface Minimum {
  /** `undefined` where there are more plans than are run. */
  readonly steps: number | undefined
  readonly plans: number
}

/** The steps that plans are made of: every one of the cases, and the two plain questions. */
export const lettersOf = (cases: readonly Case[]): readonly Step[] => {
  const plain: readonly Step[] = [
    { do: 'ask', op: 'look', call: 'c1' },
    { do: 'ask', op: 'download', call: 'c1' },
  ]
  const all = [...cases.flatMap(({ steps }) => steps), ...plain]
  return [...new Map(all.map((step) => [JSON.stringify(step), step])).values()]
}

function* anyOf(letters: readonly Step[], length: number): Generator<readonly Step[]> {
  if (length === 0) yield []
  else for (const before of anyOf(letters, length - 1)) for (const last of letters) yield [...before, last]
}

/** Every plan of so many of these steps, in any order and with any of them again, in which something is asked. */
export function* plansOf(letters: readonly Step[], length: number): Generator<readonly Step[]> {
  for (const plan of anyOf(letters, length)) if (plan.some((step) => step.do === 'ask')) yield plan
}

/** How many plans there are at the longest length that is searched: all that are shorter than the last setting's steps. */
export const plansUpTo = (settings: readonly Case[]): number =>
  lettersOf(settings).length ** ((settings.at(-1)?.steps.length ?? 1) - 1) * settings.length

/**
 * The fewest steps that show what a case shows, by trying every plan of one step, of two and so on, in each of the
 * settings: their world, usage, clock and seed. Nothing longer is tried than the last setting's own steps, which show it.
 * @param mostPlans where more would have to be run, the minimum is not known
 */
export const minimumOf = async (
  settings: readonly Case[],
  stillShows: StillShows,
  mostPlans: number,
): Promise<Minimum> => {
  const letters = lettersOf(settings)
  const known = settings.at(-1)?.steps.length ?? 0
  let plans = 0
  for (let length = 1; length < known; length++) {
    if (letters.length ** length * settings.length > mostPlans) return { steps: undefined, plans }
    for (const steps of plansOf(letters, length))
      for (const setting of settings) {
        plans++
        if (await stillShows({ ...setting, steps })) return { steps: length, plans }
      }
  }
  return { steps: known, plans }
}
