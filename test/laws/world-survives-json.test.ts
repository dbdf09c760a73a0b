import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { worldStart, worlds } from '../../contracts/arbitraries/worlds.ts'
import { scenarios } from '../../mocks/scenarios/index.ts'
import { parseWorld, type World } from '../../mocks/world/world.ts'

const throughJson = (world: World): World => parseWorld(JSON.parse(JSON.stringify(world)))

describe('a world survives JSON', () => {
  test('whatever it holds', () => {
    fc.assert(
      fc.property(worlds({ various: true }), fc.option(fc.nat(1_000_000)), (world, count) => {
        const crowded: World =
          count === null ? world : { ...world, population: { count, account: 'default' } }
        expect(throughJson(crowded)).toEqual(crowded)
      }),
      { numRuns: 500 },
    )
  })

  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    'of the scenario %s',
    (_, scenario) => {
      const world = scenario.world(worldStart)
      // An absence that JSON cannot write, such as an undefined field, would be lost here.
      expect(throughJson(world)).toStrictEqual(parseWorld(world))
      expect(throughJson(throughJson(world))).toStrictEqual(throughJson(world))
    },
  )
})
