import type { Case } from './case.ts'
import { dropBlocks, dropPairs } from './shrink/blocks.ts'
import { plainAtOnce } from './shrink/plain-at-once.ts'
import { simplerSteps } from './shrink/simpler-steps.ts'
import { simplerWorlds } from './shrink/simpler-world.ts'

/** Tells whether a case still shows what is being shrunk. */
export type StillShows = (candidate: Case) => Promise<boolean>

/** How many candidates are tried at most; most cases need a hundred or two. */
const mostTries = 1000

/** The lists of a world of which any part may be left out. */
const lists: readonly ((given: Case) => {
  readonly items: readonly unknown[]
  readonly put: (items: readonly unknown[]) => Case
})[] = [
  (given) => ({
    items: given.world.disturbances,
    put: (items) => ({
      ...given,
      world: { ...given.world, disturbances: items as Case['world']['disturbances'] },
    }),
  }),
  (given) => ({
    items: given.world.calls,
    put: (items) => ({ ...given, world: { ...given.world, calls: items as Case['world']['calls'] } }),
  }),
  (given) => ({
    items: given.world.accounts,
    put: (items) => ({ ...given, world: { ...given.world, accounts: items as Case['world']['accounts'] } }),
  }),
]

/**
 * Makes a case as small as it can and still show the same: parts left out, values made plain, waits merged, over and
 * over until nothing changes. It shrinks the JSON itself, so that it works on any case, wherever it came from.
 */
export const shrinkCase = async (start: Case, stillShows: StillShows, tries = mostTries): Promise<Case> => {
  let current = start
  let left = tries
  const tried = new Set([JSON.stringify(start)])

  const takes = async (candidate: Case): Promise<boolean> => {
    const text = JSON.stringify(candidate)
    if (left <= 0 || tried.has(text)) return false
    tried.add(text)
    left--
    if (!(await stillShows(candidate))) return false
    current = candidate
    return true
  }

  // Much of what is wrong shows with one question, which is quickly tried, where a long case may take its time.
  for (const step of start.steps.toReversed())
    if (step.do === 'ask' && (await takes({ ...start, steps: [step] }))) break

  for (let before: Case | undefined; before !== current && left > 0; ) {
    before = current
    await dropBlocks(current.steps, (steps) => takes({ ...current, steps }))
    for (const candidate of plainAtOnce(current)) if (await takes(candidate)) break
    for (const list of lists) {
      const { items } = list(current)
      await dropBlocks(items, (kept) => takes(list(current).put(kept)))
    }
    for (const simpler of [simplerWorlds, simplerSteps])
      for (let changed = true; changed; ) {
        changed = false
        for (const candidate of simpler(current))
          if (await takes(candidate)) {
            changed = true
            break
          }
      }
    await dropPairs(current.steps, (steps) => takes({ ...current, steps }))
  }
  return current
}
