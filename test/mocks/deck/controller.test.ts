import { describe, expect, it } from 'vitest'
import { openDeck } from '../../../mocks/deck/controller.ts'
import { pageLine } from '../../../mocks/hosts/page-line.ts'
import { PlayheadError } from '../../../mocks/world/error.ts'
import { aBackend, startedAt } from '../a-backend.ts'
import { askOsvi } from '../asking.ts'
import { aDeck, until } from './in-a-page.ts'

const cutOff = new PlayheadError({ code: 'deck-cut-off', act: 'Cannot GET timeline', cure: 'Wait.' })

describe('the deck', () => {
  it('shows the session: its clock, its calls, the first of them answered for', async () => {
    const { deck } = await aDeck()
    expect(deck.now.value).toBe(startedAt)
    expect(deck.timeline.value?.lanes.map(({ call }) => call)).toContain('segments')
    expect(deck.call.value).toBe('playable')
    expect(deck.answers.value?.answers.map(({ outcome }) => outcome)).toContain('playable')
  })

  it('lets a running clock go on between two looks', async () => {
    const { deck, clock } = await aDeck()
    clock.pass(1500)
    deck.tick()
    expect(deck.now.value).toBe(startedAt + 1500)
  })

  it('takes the answers along when the clock is moved, backwards too', async () => {
    const { deck } = await aDeck()
    deck.look('processing')
    await deck.refresh()
    const outcome = () => deck.answers.value?.answers.find(({ vendor }) => vendor === 'quo')?.outcome
    await deck.move('advance', '10m')
    expect(outcome()).toBe('playable')
    await deck.move('rewind', '1ms')
    expect(outcome()).toBe('processing')
  })

  it('shows where it goes at once, and goes to the last place asked for', async () => {
    const { deck, backend } = await aDeck({ start: { freeze: true } })
    for (const minutes of [1, 2, 3, 4, 5]) deck.seek(startedAt + minutes * 60_000)
    expect(deck.now.value).toBe(startedAt + 300_000)
    await until(() => deck.timeline.value?.clock.now === startedAt + 300_000)
    expect(await backend.session().now()).toBe(startedAt + 300_000)
  })

  it('says what is refused, with its cure, and takes it back when something is done', async () => {
    const { deck } = await aDeck()
    expect(await deck.move('advance', 'soon')).toBe(false)
    expect(deck.notice.value).toMatchObject({ code: 'bad-duration', cure: expect.stringContaining('15m') })
    expect(deck.now.value).toBe(startedAt)
    expect(await deck.move('advance', '1s')).toBe(true)
    expect(deck.notice.value).toBeUndefined()
  })

  it('hears every exchange, those before it began first, and forgets them with the session', async () => {
    const { deck, backend } = await aDeck()
    await askOsvi(backend)
    const stop = deck.start()
    await askOsvi(backend, 'missing')
    await until(() => deck.entries.value.length === 2)
    expect(deck.entries.value.map(({ response, verdict }) => [response.status, verdict.kind])).toEqual([
      [200, 'conforms'],
      [404, 'conforms'],
    ])
    await deck.change('DELETE', 'journal')
    expect(deck.entries.value).toEqual([])
    stop()
  })

  it('goes on when the scenario is changed, and looks at a call that is there', async () => {
    const { deck } = await aDeck()
    deck.look('segments')
    await deck.change('PUT', 'scenario', { name: 'expired' })
    expect(deck.scenarios.value?.current).toBe('expired')
    await deck.change('PUT', 'world', {
      calls: [{ ref: 'only', segments: [{ id: 's', status: 'completed' }] }],
    })
    expect(deck.call.value).toBe('only')
    await deck.change('PUT', 'world', { calls: [] })
    expect(deck.answers.value).toBeUndefined()
  })

  it('notices when nobody answers, shows what it last heard, and notices when somebody does again', async () => {
    const made = aBackend()
    const line = pageLine(made.backend)
    let isCut = false
    const deck = openDeck({
      ...line,
      ask: (method, path, json) => (isCut ? Promise.reject(cutOff) : line.ask(method, path, json)),
    })
    await deck.refresh()
    isCut = true
    await deck.refresh()
    expect([deck.connected.value, deck.timeline.value?.lanes.length]).toEqual([false, 9])
    isCut = false
    await deck.refresh()
    expect(deck.connected.value).toBe(true)
  })
})
