import { describe, expect, it } from 'vitest'
import { barsOf, callsToDraw, lanesOf } from '../../../mocks/deck/lanes.ts'
import { marksOf } from '../../../mocks/deck/marks.ts'
import type { Backend } from '../../../mocks/sandboxes.ts'
import { defaultAccounts } from '../../../mocks/scenarios/default.ts'
import { scenarios } from '../../../mocks/scenarios/index.ts'
import { idOf } from '../../../mocks/vendors/lookup.ts'
import { osvi } from '../../../mocks/vendors/osvi.ts'
import { populationCall } from '../../../mocks/world/population.ts'
import { parseWorld } from '../../../mocks/world/world.ts'
import { aBackend } from '../a-backend.ts'
import { askOsvi, getting, osviKey } from '../asking.ts'

const marksIn = async ({ session }: Backend) => {
  const one = session()
  const [{ world }, journal, usage] = await Promise.all([one.state(), one.journal(), one.usage()])
  return marksOf({ world, vendors: one.vendors, journal, usage })
}

describe('the boundaries of a session by name', () => {
  it.each(scenarios.map(({ name }) => name))(
    'are those of the session, no more and no fewer: %s',
    async (scenario) => {
      const { backend } = aBackend({ start: { scenario } })
      await askOsvi(backend)
      await backend.answer(
        'api',
        getting('/v1/call-recordings/ACplayable', { authorization: 'playhead-quo' }),
      )
      const marks = await marksIn(backend)
      expect([...new Set(marks.map(({ at }) => at))]).toEqual(await backend.session().boundaries())
      expect(marks.length).toBeGreaterThan(0)
    },
  )

  it('say what changes, and where', async () => {
    const { backend } = aBackend({ start: { scenario: 'processing' } })
    await askOsvi(backend, 'replies')
    const marks = await marksIn(backend)
    expect(marks).toContainEqual({
      at: expect.any(Number),
      what: 'OSVI’s link to replies ends',
      call: 'replies',
    })
    expect(marks.map(({ what }) => what)).toContain('playable becomes completed')
  })

  it('draw a link once, however often it was handed out', async () => {
    const { backend, clock } = aBackend()
    await askOsvi(backend)
    await askOsvi(backend)
    clock.pass(2000)
    await askOsvi(backend)
    expect(barsOf(await backend.session().journal())).toHaveLength(2)
  })
})

describe('the calls that are drawn', () => {
  it('are the first of many, and any other that somebody asks for', async () => {
    const calls = Array.from({ length: 100 }, (_, index) => ({ ref: `c${index}` }))
    const world = parseWorld({ accounts: defaultAccounts(), calls, population: { count: 1_000_000 } })
    const { backend } = aBackend({ start: { world } })
    const id = idOf(osvi, world, populationCall({ count: 1_000_000, account: 'default' }, world.seed, 4242))
    await backend.answer('api', getting(`/v1/call/${id}/recording`, osviKey))
    const drawn = callsToDraw(world, await backend.session().journal()).map(({ ref }) => ref)
    expect(drawn).toHaveLength(71)
    expect(drawn).toEqual(expect.arrayContaining(['c0', 'c59', 'p0', 'p9', 'p4242']))
    expect(lanesOf(callsToDraw(world, [])).map(({ call }) => call)).not.toContain('p4242')
  })
})
