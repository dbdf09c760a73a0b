import { describe, expect, it } from 'vitest'
import { clockState, clockVerbs, moveSession } from '../../mocks/clock-verbs.ts'
import { PlayheadError } from '../../mocks/world/error.ts'
import { toIso } from '../../mocks/world/instant.ts'
import { parseWorld } from '../../mocks/world/world.ts'
import { aBackend, startedAt } from './a-backend.ts'

const minute = 60_000

/** A session at a standstill whose only boundary lies ten minutes ahead. */
const aSession = async () => {
  const world = parseWorld({
    accounts: [],
    calls: [{ ref: 'c1', known: { initially: false, changes: [{ at: startedAt + 10 * minute, to: true }] } }],
  })
  const { backend, clock } = aBackend({ start: { world } })
  return { session: backend.session(), clock }
}

describe('the verbs of the clock', () => {
  const moves: readonly (readonly [verb: string, value: string | number | undefined, after: number])[] = [
    ['advance', '15m', 15 * minute],
    ['advance', 250, 250],
    ['set', toIso(startedAt + minute), minute],
    ['set', startedAt - minute, -minute],
    ['next', undefined, 10 * minute],
    ['rewind', '10s', -10_000],
    ['freeze', undefined, 0],
    ['resume', undefined, 0],
    ['speed', 60, 0],
    ['reset', undefined, 0],
  ]
  it.each(moves)('%s %j', async (verb, value, after) => {
    const { session } = await aSession()
    const state = await moveSession(session, verb, value)
    expect(state).toMatchObject({ now: startedAt + after, iso: toIso(startedAt + after) })
    expect(await session.now()).toBe(startedAt + after)
  })

  it('are all tried above', () => {
    expect(clockVerbs.map(({ name }) => name)).toEqual([...new Set(moves.map(([verb]) => verb))])
  })

  it('tell what comes next, until nothing does', async () => {
    const { session } = await aSession()
    expect(await clockState(session)).toEqual({
      now: startedAt,
      iso: toIso(startedAt),
      mode: 'running',
      speed: 1,
      next: startedAt + 10 * minute,
    })
    expect(await moveSession(session, 'next')).not.toHaveProperty('next')
  })

  it('go back to the previous boundary by a bare rewind', async () => {
    const { session } = await aSession()
    await moveSession(session, 'advance', '1h')
    expect(await moveSession(session, 'rewind')).toMatchObject({ now: startedAt + 10 * minute })
  })

  const passing: readonly (readonly [done: string, verbs: readonly string[], after: number])[] = [
    ['running', [], minute],
    ['frozen', ['freeze'], 0],
    ['frozen and resumed', ['freeze', 'resume'], minute],
    ['at speed 60', ['speed 60'], 60 * minute],
    ['at speed 60, frozen and resumed', ['speed 60', 'freeze', 'resume'], 60 * minute],
    ['advanced and running', ['advance 1h'], 61 * minute],
    ['reset', ['advance 1h', 'speed 5', 'freeze', 'reset'], minute],
  ]
  it.each(passing)('let a minute of real time pass: %s', async (_, verbs, after) => {
    const { session, clock } = await aSession()
    for (const line of verbs) {
      const [verb = '', value] = line.split(' ')
      await moveSession(session, verb, value)
    }
    clock.pass(minute)
    expect(await session.now()).toBe(startedAt + after)
  })

  const refused: readonly (readonly [verb: string, value: string | number | undefined, code: string])[] = [
    ['advanc', '15m', 'unknown-clock-verb'],
    ['', undefined, 'unknown-clock-verb'],
    ['toString', undefined, 'unknown-clock-verb'],
    ['advance', undefined, 'bad-clock-value'],
    ['advance', ' ', 'bad-clock-value'],
    ['freeze', '10s', 'bad-clock-value'],
    ['advance', 'soon', 'bad-duration'],
    ['advance', -5, 'bad-duration'],
    ['advance', '99999999999w', 'bad-duration'],
    ['advance', '999999w', 'bad-instant'],
    ['rewind', '9999w', 'bad-instant'],
    ['set', '2026-02-30', 'bad-instant'],
    ['set', 'tomorrow', 'bad-instant'],
    ['speed', 0, 'bad-speed'],
    ['speed', 'fast', 'bad-speed'],
    ['speed', 1e9, 'bad-speed'],
    ['rewind', undefined, 'no-boundary'],
  ]
  it.each(refused)(
    'refuse %j %j, saying what to do, and leave the session as it was',
    async (verb, value, code) => {
      const { session } = await aSession()
      await moveSession(session, 'freeze')
      const before = await session.state()
      const error = await moveSession(session, verb, value).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      expect(error).toBeInstanceOf(PlayheadError)
      expect(error).toMatchObject({ code, cure: expect.stringMatching(/\.$/) })
      expect(await session.state()).toEqual(before)
    },
  )
})
