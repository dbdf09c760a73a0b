import { describe, expect, it } from 'vitest'
import { openPlayer } from '../../../mocks/deck/player.ts'
import { aDeck, until } from './in-a-page.ts'

const aPlayer = async () => {
  const made = await aDeck({ start: { freeze: true } })
  const player = openPlayer(made.deck)
  const statuses = () => player.loaded.value?.tries.map(({ status }) => status)
  return { ...made, player, statuses }
}

describe('the player', () => {
  it('plays a link that a vendor really gave, and never shows its signature', async () => {
    const { player, statuses, backend } = await aPlayer()
    await player.load('osvi')
    expect(statuses()).toEqual([206])
    expect(player.loaded.value).toMatchObject({
      name: 'OSVI',
      call: 'playable',
      sound: expect.stringMatching(/^blob:/),
    })
    expect(player.loaded.value?.shownUrl).toMatch(/X-Amz-Signature=•••$/)
    expect((await backend.session().journal()).map(({ operation }) => operation)).toEqual([
      'getCallRecording',
      'media',
    ])
  })

  it('sees 206 turn to 403 as the clock passes the end, and back', async () => {
    const { player, statuses, deck } = await aPlayer()
    await player.load('osvi')
    await deck.move('advance', '899s')
    await until(() => statuses()?.length === 2 && !player.isBusy.value)
    expect(statuses()).toEqual([206, 206])
    await deck.move('advance', '1s')
    await until(() => statuses()?.length === 3 && !player.isBusy.value)
    expect(statuses()).toEqual([403, 206, 206])
    expect(player.loaded.value?.tries[0]?.says).toContain('Request has expired')
    expect(player.loaded.value?.sound).toBeUndefined()
    await deck.move('rewind', '1s')
    await until(() => player.loaded.value?.sound !== undefined)
    expect(statuses()?.[0]).toBe(206)
  })

  it('says so where a vendor gives no link', async () => {
    const { player, deck } = await aPlayer()
    deck.look('deleted')
    await deck.refresh()
    await player.load('osvi')
    expect(player.loaded.value).toBeUndefined()
    expect(deck.notice.value).toMatchObject({
      code: 'deck-no-link',
      act: 'OSVI gives no link to deleted now',
    })
  })

  it('says so where the connection breaks', async () => {
    const { player, deck } = await aPlayer()
    await deck.change('POST', 'disturbances', { effect: { kind: 'reset', at: 'before-headers' } })
    await player.load('osvi')
    expect(deck.notice.value).toMatchObject({
      code: 'deck-no-link',
      act: expect.stringContaining('connection broke'),
    })
    expect(player.isBusy.value).toBe(false)
  })

  it('waits for nobody for ever', async () => {
    const { deck } = await aDeck({ start: { freeze: true } })
    const player = openPlayer(deck, 1)
    await deck.change('POST', 'disturbances', { effect: { kind: 'silence' } })
    await player.load('osvi')
    expect(deck.notice.value).toMatchObject({ code: 'deck-no-link' })
    expect(player.isBusy.value).toBe(false)
  })

  it('asks no more once it is closed', async () => {
    const { player, deck, backend } = await aPlayer()
    await player.load('osvi')
    player.close()
    await deck.move('advance', '1h')
    expect(await backend.session().journal()).toHaveLength(2)
    expect(player.loaded.value).toBeUndefined()
  })
})
