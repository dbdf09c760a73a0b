import { expect, test } from 'vitest'
import { moveSession } from '../../../mocks/clock-verbs.ts'
import { type PlayheadParameters, playheadLoader } from '../../../mocks/hosts/story.ts'
import { aBackend } from '../a-backend.ts'

const at = '2026-01-31T09:00:00Z'

/** A session, and what a story with these parameters finds. */
const story = () => {
  const session = aBackend().backend.session()
  const load = playheadLoader(session)
  return {
    session,
    tell: (playhead?: PlayheadParameters) => load({ parameters: playhead ? { playhead } : {} }),
  }
}

test('a story has the world and the instant that its parameters name', async () => {
  const { session, tell } = story()
  expect(await tell({ scenario: 'expired', at, freeze: true, advance: '15m' })).toEqual({})
  expect(await session.state()).toMatchObject({ scenario: 'expired', clock: { mode: 'frozen' } })
  expect(await session.now()).toBe(Date.parse(at) + 15 * 60_000)
})

test('no story sees what another has left', async () => {
  const { session, tell } = story()
  await tell({ scenario: 'segments', at, freeze: true })
  await moveSession(session, 'advance', '1d')
  await tell()
  const { scenario, clock } = await session.state()
  expect([scenario, clock.mode]).toEqual(['default', 'running'])
  expect(await session.journal()).toEqual([])
})

test('a world of its own', async () => {
  const { session, tell } = story()
  await tell({
    at,
    freeze: true,
    world: { calls: [{ ref: 'mine', replies: [{ id: 'r', from: '+1555', body: 'Hi', at: '+5m' }] }] },
  })
  expect((await session.state()).world.calls.map(({ ref }) => ref)).toEqual(['mine'])
  expect((await session.boundaries())[0]).toBe(Date.parse(at) + 5 * 60_000)
})

test.for<[PlayheadParameters, string]>([
  [{ scenario: 'expierd' }, 'unknown-scenario'],
  [{ at: 'tomorow' }, 'bad-instant'],
  [{ advance: '15q' }, 'bad-duration'],
  [{ world: 1 }, 'bad-world'],
])('%j is refused: %s', async ([playhead, code]) => {
  await expect(story().tell(playhead)).rejects.toMatchObject({ code })
})
