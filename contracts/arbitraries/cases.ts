import fc from 'fast-check'
import { unused } from '../../mocks/world/usage.ts'
import type { World } from '../../mocks/world/world.ts'
import { type Case, caseVersion } from '../case.ts'
import { catalogueVersion } from '../catalogue-version.ts'
import { skews } from './skews.ts'
import { plots } from './steps.ts'
import { varied } from './variations.ts'
import { changeInstants, worldStart, worlds } from './worlds.ts'

/** Where the clock stands at first: on a whole second, which links are signed in, or anywhere within one. */
const starts = (): fc.Arbitrary<number> =>
  fc
    .oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.constantFrom(1, 999, 500) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 120_000 }) },
    )
    .map((offset) => worldStart + offset)

/**
 * A world with vendors that do otherwise than by default, drawn from a case's own seed: so the other cases of a campaign
 * are the same whatever there is to vary.
 */
const variedBy = (world: World, seed: number): World =>
  fc.sample(varied(world, changeInstants()), { seed, numRuns: 1 })[0] ?? world

/** Cases for one vendor: a small world, up to 120 steps, and seeds for whatever is drawn in the run. */
export const cases = (vendor: string): fc.Arbitrary<Case> =>
  // The first cases are to be as rich as the last: what fast-check begins with by itself is small, and shows little.
  fc
    .noBias(
      fc.record({
        world: worlds(),
        steps: plots(),
        at: starts(),
        skewMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.constantFrom(...skews)),
        seed: fc.integer({ min: 0, max: 0xffff }),
      }),
    )
    .map(({ world, steps, at, skewMs, seed }) => ({
      playhead: caseVersion,
      rules: catalogueVersion,
      vendors: [vendor],
      world: seed % 4 === 3 ? variedBy(world, seed) : world,
      usage: unused,
      steps,
      clock: { at, skewMs },
      seed,
    }))
