import { type Case, caseVersion } from '../../../contracts/case.ts'
import { catalogueVersion } from '../../../contracts/catalogue-version.ts'
import type { Usage } from '../../world/usage.ts'
import type { World } from '../../world/world.ts'
import type { Deck } from '../controller.ts'

/** Keys that come with Playhead, which everybody may know. */
const isOurs = (key: string): boolean => /^(playhead|stranger)-/.test(key)

/** A world without keys of its owner's: in the place of each stands one that says so. */
const withoutKeys = (world: World): World => ({
  ...world,
  accounts: world.accounts.map((account) => ({
    ...account,
    keys: account.keys.map((one, index) =>
      isOurs(one.value) ? one : { ...one, value: `left-out-${index + 1}` },
    ),
  })),
})

/** The whole session as a case: its world, what was counted, and its clock. There are no steps: it begins where it stands. */
export const sharedCase = async ({
  line,
  timeline,
  now,
}: Pick<Deck, 'line' | 'timeline' | 'now'>): Promise<Case> => {
  const [world, usage, ready] = await Promise.all([
    line.ask<World>('GET', 'world'),
    line.ask<Usage>('GET', 'usage'),
    line.ask<{ readonly vendors: Readonly<Record<string, unknown>> }>('GET', 'vendors'),
  ])
  return {
    playhead: caseVersion,
    rules: catalogueVersion,
    vendors: Object.keys(ready.vendors),
    world: withoutKeys(world),
    usage,
    steps: [],
    clock: {
      at: timeline.peek()?.clock.mode === 'frozen' ? (timeline.peek()?.clock.now ?? 0) : now.peek(),
      skewMs: 0,
    },
    seed: world.seed,
  }
}
