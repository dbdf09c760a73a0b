import { describe, expect, test } from 'vitest'
import { worldStart } from '../../../contracts/arbitraries/worlds.ts'
import { defaultWorld, recorded, someReplies, withPlayable } from '../../../mocks/scenarios/default.ts'
import { fixedIds } from '../../../mocks/scenarios/refs.ts'
import { simulate } from '../../../mocks/simulator.ts'
import { osvi } from '../../../mocks/vendors/osvi.ts'
import { voqo } from '../../../mocks/vendors/voqo.ts'
import { boundariesOf } from '../../../mocks/world/boundaries.ts'
import { parseInstant } from '../../../mocks/world/instant.ts'
import type { CallLayout } from '../../../mocks/world/recording.ts'
import { timeline } from '../../../mocks/world/timeline.ts'
import { unused } from '../../../mocks/world/usage.ts'
import type { World } from '../../../mocks/world/world.ts'
import { asking, operationOf, settingOf, textOf } from '../../support/asking.ts'
import { fetched, linksOf } from '../../support/links.ts'

const code = fixedIds('playable').voqo ?? ''
const laidOut = (layout: CallLayout): World =>
  withPlayable(defaultWorld(worldStart), {
    segments: [recorded(worldStart, 'CR1', 'completed')],
    replies: someReplies(worldStart),
    ...layout,
  })

const said = (world: World, now: number, asks: 'recording' | 'replies' = 'recording') => {
  const request = asking(voqo, code, {}, operationOf(voqo, asks))
  const { response } = simulate(settingOf(world, now), unused, 'api', request)
  return { status: response.status, body: JSON.parse(textOf(response)) }
}

describe('six months after it began', () => {
  const world: World = { ...laidOut({}), retention: { voqo: 6 } }
  // The recording began at eight.
  const term = parseInstant('2026-07-31T08:00:00Z')

  test('a recording is gone from Voqo, to the millisecond, and its replies are not', () => {
    expect(boundariesOf(world)).toContain(term)
    expect(said(world, term - 1).body.recording).toMatchObject({ status: 'available' })
    expect(said(world, term).body.recording).toMatchObject({ status: 'unavailable', url: null })
    expect(said(world, term, 'replies').body.replies).toHaveLength(3)
  })

  test('a link that was given just before opens nothing, though it has not ended', () => {
    const [link] = linksOf(voqo, world, term - 1)
    expect([term - 1, term].map((now) => fetched(world, link?.url ?? '', now).status)).toEqual([200, 404])
  })

  test('it still plays elsewhere, and where nothing is said of a term', () => {
    const asked = asking(osvi, fixedIds('playable').osvi ?? '')
    expect(simulate(settingOf(world, term), unused, 'api', asked).response.status).toBe(200)
    expect(said({ ...laidOut({}), retention: {} }, term).body.recording).toMatchObject({
      status: 'available',
    })
  })

  test('it is gone in worlds of ours, which keep what vendors publish', () => {
    expect(said(laidOut({}), term).body.recording).toMatchObject({ status: 'unavailable' })
  })
})

describe('a short code', () => {
  const world = laidOut({ codeValid: timeline<boolean>(true, [worldStart + 1000, false]) })

  test('that is valid no more is not found, nor are its replies', () => {
    for (const asks of ['recording', 'replies'] as const)
      expect([999, 1000].map((ms) => said(world, worldStart + ms, asks).status)).toEqual([200, 404])
  })

  test('that is valid no more leaves the call to other vendors', () => {
    const request = asking(osvi, fixedIds('playable').osvi ?? '')
    expect(simulate(settingOf(world, worldStart + 1000), unused, 'api', request).response.status).toBe(200)
  })
})

test('replies arrive as time goes', () => {
  const counts = [-40, -20, 4, 5].map(
    (minutes) => said(laidOut({}), worldStart + minutes * 60_000, 'replies').body.replies.length,
  )
  expect(counts).toEqual([1, 2, 2, 3])
})
